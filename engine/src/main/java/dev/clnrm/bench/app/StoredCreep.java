package dev.clnrm.bench.app;

import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.report.history.Movement;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;
import java.util.Optional;

/**
 * Finds creep in stored runs with the same base as a check: a slow change that no check of one commit can see, with the commits in which it
 * grew.
 */
final class StoredCreep {
    private StoredCreep() {}

    /** A sentence for each group of cases that crept. Empty if there is none or if the stored runs cannot be read. */
    static List<String> of(Asked asked, RunManifest run, Rules rules) {
        Optional<String> anchor = run.code().commit(JournalEntry.BASE);
        try {
            PastRuns past = PastRuns.in(asked.keeping().store().orElseGet(() -> Project.store(asked.file())));
            boolean joins =
                    past.runs().stream().anyMatch(one -> one.summary().id().equals(run.id()));
            return anchor.isEmpty() || !joins
                    ? List.of()
                    : Movement.all(past.beside(anchor.get())
                                    .history(name -> true, rules, Project.commits(asked.file(), asked.environment())))
                            .stream()
                            .filter(Movement::gradual)
                            .map(Movement::sentence)
                            .toList();
        } catch (FileException e) {
            return List.of();
        }
    }
}
