package dev.clnrm.bench.app;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.Movement;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.store.Held;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds creep in stored runs with the same base as a check: a slow change that no check of one commit can see, with the commits in which it
 * grew.
 */
final class StoredCreep {
    private StoredCreep() {}

    /** A sentence for each group of cases that crept. Empty if there is none, or without a repository or readable stored runs. */
    static List<String> of(Asked asked, RunManifest run, Rules rules) {
        try {
            PastRuns past = PastRuns.in(asked.keeping().store().orElseGet(() -> Project.store(asked.file())));
            return of(past, run.id(), rules, Project.repository(asked.file(), asked.environment()));
        } catch (FileException | CheckoutException e) {
            return List.of();
        }
    }

    /** Growth of the cases of a run, up to its commit, that nothing took back. */
    static List<String> of(PastRuns past, String id, Rules rules, Repository repository) throws CheckoutException {
        Optional<RunSummary> run = past.runs().stream()
                .map(Held::summary)
                .filter(one -> one.id().equals(id))
                .findFirst();
        Optional<String> base = run.flatMap(RunSummary::base).flatMap(CheckedOut::commit);
        if (base.isEmpty()) {
            return List.of();
        }
        Set<CaseName> cases =
                run.get().cases().stream().map(one -> one.key().name()).collect(Collectors.toSet());
        PastRuns beside =
                past.upTo(run.get().commit().orElse("HEAD"), repository).beside(base.get());
        return Movement.lasting(beside.history(cases::contains, rules, repository.commits())).stream()
                .map(Movement::sentence)
                .toList();
    }
}
