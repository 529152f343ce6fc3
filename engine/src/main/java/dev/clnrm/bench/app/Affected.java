package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.reach.Reach;
import dev.clnrm.bench.store.RunStore;
import java.util.List;
import java.util.Optional;

/**
 * The cases that a change can reach, found without measuring.
 *
 * @param base the name of the base
 * @param head the name of the head
 * @param reach what the change reaches
 * @param declared the suites of the head
 * @param notes notes on the two sides, one clause each
 * @param foreseen the cases that the change will likely move; empty if nobody asks
 * @param unknown why nobody can tell what the change reaches; empty if the answer is known
 */
public record Affected(
        String base,
        String head,
        Reach reach,
        List<DeclaredSuite> declared,
        List<String> notes,
        Optional<Foreseen> foreseen,
        Optional<String> unknown) {
    public Affected {
        declared = List.copyOf(declared);
        notes = List.copyOf(notes);
    }

    /**
     * Builds both sides and compares their class files. If their files are the same, no case is affected.
     *
     * @param history the runs that predict what the change will move; empty if nobody asks
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
                    foreseen,
                    sides.uncompared());
        }
    }
}
