package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.reach.Reach;
import dev.clnrm.bench.store.RunStore;
import java.util.List;
import java.util.Optional;

/**
 * What a change reaches, without measuring it.
 *
 * @param base what the base is called
 * @param head what the head is called
 * @param reach what the change reaches
 * @param declared the suites of the head
 * @param notes what is worth knowing of the sides, one clause each
 * @param foreseen which cases it will likely move; absent if nobody asks
 */
public record Affected(
        String base,
        String head,
        Reach reach,
        List<DeclaredSuite> declared,
        List<String> notes,
        Optional<Foreseen> foreseen) {
    public Affected {
        declared = List.copyOf(declared);
        notes = List.copyOf(notes);
    }

    /**
     * Builds both sides and compares their class files; of sides with the same files nothing is affected.
     *
     * @param history the runs by which it is foreseen what the change will move; absent: that is not asked
     */
    public static Affected of(Asked asked, Check.Opening opening, Optional<RunStore> history)
            throws DeclarationException {
        try (Sides sides = opening.open()) {
            PlannedSides planned = PlannedSides.of(asked.request(), sides);
            Reach reach = planned.reach();
            Optional<Foreseen> foreseen = history.isPresent()
                    ? Optional.of(PastChanges.foreseen(asked, sides, planned, history.get()))
                    : Optional.empty();
            return new Affected(
                    sides.base().revision().shown(),
                    sides.head().revision().shown(),
                    reach,
                    sides.head().declared().suites(),
                    sides.notes(),
                    foreseen);
        }
    }
}
