package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.reach.CaseReach;
import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.reach.PastChange;
import dev.clnrm.bench.reach.Precedents;
import dev.clnrm.bench.reach.SourceReach;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.stats.ChainedRatio;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.store.Held;
import dev.clnrm.bench.store.RunStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The changes that stored runs of two sides measured: from the base to the head, or, of runs beside the same base, from one head to the next that
 * contains it. A case moved if the interval of its ratio excludes 1 and the ratio exceeds the tolerance; it did not move if the ratio does not exceed it.
 *
 * @param repository which files a change touched
 * @param rules tolerances
 * @param commits the order of commits
 */
record PastChanges(Repository repository, Rules rules, CommitGraph commits) {
    /** Older changes tell little of the code of today. */
    private static final int LATEST = 200;

    /** A run of two commits that the repository has. */
    private record Run(int place, String base, String head, Map<CaseName, CaseSummary> cases) {}

    /** What past changes tell of this one. */
    static Foreseen foreseen(Asked asked, Sides sides, PlannedSides planned, RunStore store)
            throws DeclarationException {
        try {
            Repository repository = Project.repository(asked.file(), asked.environment());
            PastRuns past = PastRuns.in(store);
            past.notes().forEach(sides::note);
            Set<CaseName> names = past.names();
            Rules rules = Rules.of(sides.judging(), DeclaredRules.NONE, names, names, LocalDate.now(ZoneOffset.UTC));
            List<PastChange> changes = new PastChanges(repository, rules, repository.commits()).of(past.runs());
            return new Precedents(changes, SourceReach.of(planned.head()))
                    .of(
                            files(repository, sides),
                            planned.reach().affected().stream()
                                    .map(CaseReach::name)
                                    .toList());
        } catch (CheckoutException e) {
            throw new UserException(String.valueOf(e.getMessage()), e.help());
        }
    }

    private static List<String> files(Repository repository, Sides sides) throws CheckoutException {
        Commit from = sides.base().revision().commit().orElseThrow();
        Revision head = sides.head().revision();
        return head.dirty()
                ? repository.changedSince(from)
                : repository.changed(from, head.commit().orElseThrow());
    }

    List<PastChange> of(List<Held> held) throws CheckoutException {
        Map<List<String>, Run> latest = new HashMap<>();
        for (Held one : held) {
            run(one.summary()).ifPresent(run -> latest.put(List.of(run.base, run.head), run));
        }
        List<Run> runs = latest.values().stream()
                .sorted(Comparator.comparingInt(Run::place).thenComparing(Run::base))
                .toList();
        Map<String, Run> before = new HashMap<>();
        List<PastChange> changes = new ArrayList<>();
        for (Run run : runs.subList(Math.max(0, runs.size() - LATEST), runs.size())) {
            Optional<Run> earlier = Optional.ofNullable(before.put(run.base, run));
            Optional<Run> from = earlier.isPresent() && contains(run, earlier.get()) ? earlier : Optional.empty();
            changes.add(change(from, run));
        }
        return changes;
    }

    private Optional<Run> run(RunSummary summary) {
        Optional<String> base = summary.base().filter(one -> !one.dirty()).flatMap(CheckedOut::commit);
        Optional<String> head = summary.commit().filter(commit -> !summary.changed());
        Optional<Integer> place = head.flatMap(commits::place);
        if (base.flatMap(commits::place).isEmpty() || place.isEmpty() || base.equals(head)) {
            return Optional.empty();
        }
        Map<CaseName, CaseSummary> cases = new HashMap<>();
        summary.cases().stream()
                .filter(one -> one.change().filter(ratio -> ratio.low() > 0).isPresent())
                .forEach(one -> cases.put(one.key().name(), one));
        return Optional.of(new Run(place.get(), base.orElseThrow(), head.orElseThrow(), cases));
    }

    private boolean contains(Run later, Run earlier) throws CheckoutException {
        return repository.contains(new Commit(later.head), new Commit(earlier.head));
    }

    private PastChange change(Optional<Run> from, Run to) throws CheckoutException {
        Map<CaseName, Boolean> moved = new HashMap<>();
        to.cases.forEach((name, one) -> {
            Optional<Interval> before = from.flatMap(run -> Optional.ofNullable(run.cases.get(name)))
                    .flatMap(CaseSummary::change)
                    .map(ChainedRatio::inverse);
            Interval ratio = one.change().orElseThrow();
            if (from.isEmpty() || before.isPresent()) {
                moved(
                                one,
                                before.map(earlier -> ChainedRatio.times(earlier, ratio))
                                        .orElse(ratio))
                        .ifPresent(truth -> moved.put(name, truth));
            }
        });
        List<String> files = repository.changed(new Commit(from.map(Run::head).orElse(to.base)), new Commit(to.head));
        return new PastChange(code(files), moved);
    }

    /** Without documents, which a case that may reach any file would seem to reach. */
    private static Set<String> code(List<String> files) {
        return files.stream().filter(file -> !Sides.isDocument(file)).collect(Collectors.toSet());
    }

    /** Empty if nobody can tell: the ratio exceeds the tolerance, and its interval includes 1. */
    private Optional<Boolean> moved(CaseSummary one, Interval ratio) {
        double seconds = one.seconds().mean();
        double tolerance =
                rules.changes().of(one.key().name(), Metric.TIME, seconds).toleranceAt(seconds);
        boolean exceeds = Math.abs(Math.log(ratio.estimate())) > Math.log1p(tolerance);
        return exceeds && ratio.holds(1) ? Optional.empty() : Optional.of(exceeds);
    }
}
