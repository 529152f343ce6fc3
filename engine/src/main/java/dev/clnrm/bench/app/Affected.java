package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.reach.Reach;
import java.util.List;

/**
 * What a change reaches, without measuring it.
 *
 * @param base what the base is called
 * @param head what the head is called
 * @param reach what the change reaches
 * @param declared the suites of the head
 * @param notes what is worth knowing of the sides, one clause each
 */
public record Affected(String base, String head, Reach reach, List<DeclaredSuite> declared, List<String> notes) {
    public Affected {
        declared = List.copyOf(declared);
        notes = List.copyOf(notes);
    }

    /** Builds both sides and compares their class files; of sides with the same files nothing is affected. */
    public static Affected of(Asked asked, Check.Opening opening) throws DeclarationException {
        try (Sides sides = opening.open()) {
            Reach reach = PlannedSides.of(asked.request(), sides).reach();
            return new Affected(
                    sides.base().revision().shown(),
                    sides.head().revision().shown(),
                    reach,
                    sides.head().declared().suites(),
                    sides.notes());
        }
    }
}
