package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.report.AffectedReport;
import dev.clnrm.bench.store.RunStore;
import java.util.List;
import java.util.Optional;

/**
 * The cases that a change can reach, found without measuring.
 *
 * @param declared the suites of the head
 */
public record Affected(AffectedReport report, List<DeclaredSuite> declared) {
    public Affected {
        declared = List.copyOf(declared);
    }

    /**
     * Builds both sides and compares their class files. If their files are the same, no case is affected.
     *
     * @param check the arguments of the command that checks all cases
     * @param history the runs that predict what the change will move; empty if nobody asks
     */
    public static Affected of(Asked asked, Check.Opening opening, List<String> check, Optional<RunStore> history)
            throws DeclarationException {
        try (Sides sides = opening.open()) {
            PlannedSides planned = PlannedSides.of(asked.request(), sides);
            Optional<Foreseen> foreseen = history.isPresent()
                    ? Optional.of(PastChanges.foreseen(asked, sides, planned, history.get()))
                    : Optional.empty();
            AffectedReport report = new AffectedReport(
                    sides.base().revision().shown(),
                    sides.head().revision().shown(),
                    planned.reach(),
                    check,
                    sides.notes(),
                    foreseen,
                    sides.uncompared());
            return new Affected(report, sides.head().declared().suites());
        }
    }
}
