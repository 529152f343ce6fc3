package dev.clnrm.bench.app;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.HistoryBuilder;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.stats.CaseForks;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.store.Held;
import dev.clnrm.bench.store.RunStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The finished runs of a store. All commands read earlier runs with this class.
 *
 * @param runs the runs, the earliest first, each name once
 * @param notes the omitted runs, and why
 */
public record PastRuns(List<Held> runs, List<String> notes) {
    public PastRuns {
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a store; a run that cannot be read is omitted and noted. Parts are omitted if the store has the run that they were merged into.
     *
     * @throws FileException if the store cannot be read
     */
    public static PastRuns in(RunStore store) {
        RunStore.Contents contents = store.read();
        List<Held> kept = new ArrayList<>(contents.runs());
        Set<String> seen = new HashSet<>();
        contents.runs().forEach(one -> seen.addAll(one.summary().parts()));
        kept.removeIf(one -> !seen.add(one.summary().id()));
        kept.sort(Comparator.<Held, Instant>comparing(one -> one.summary().started())
                .thenComparing(one -> one.summary().id()));
        return new PastRuns(kept, contents.notes());
    }

    /**
     * The runs of commits that a revision contains.
     *
     * @throws CheckoutException if there is no such revision
     */
    public PastRuns of(String revision, Repository repository) throws CheckoutException {
        List<Held> kept = measuring(repository.contained(revision));
        int left = runs.size() - kept.size();
        return new PastRuns(kept, notes)
                .noting(left, "not shown, because `" + revision + "` does not contain the commit or it is not known");
    }

    /** A copy with a note if some runs belong to branches that are not checked out. */
    public PastRuns notingBranches(Repository repository) throws CheckoutException {
        return noting(
                measuring(repository.beside("HEAD")).size(),
                "of a commit that HEAD does not contain; --branch HEAD leaves such runs out");
    }

    /**
     * The runs without those of commits that are on a local branch but that a revision does not contain: later ones, or those of other branches.
     *
     * @throws CheckoutException if there is no such revision
     */
    public PastRuns upTo(String revision, Repository repository) throws CheckoutException {
        List<Held> kept = new ArrayList<>(runs);
        kept.removeAll(measuring(repository.beside(revision)));
        return new PastRuns(kept, notes);
    }

    private List<Held> measuring(Set<String> commits) {
        return runs.stream()
                .filter(run -> run.summary().commit().filter(commits::contains).isPresent())
                .toList();
    }

    private PastRuns noting(int some, String what) {
        List<String> all = new ArrayList<>(notes);
        if (some > 0) {
            all.add(Counts.count(some, "run") + (some == 1 ? " is " : " are ") + what);
        }
        return new PastRuns(runs, all);
    }

    /** The run of this name. There must be one. */
    Held called(String id) {
        return only(run -> run.summary().id().equals(id)).runs.get(0);
    }

    public PastRuns without(String id) {
        return only(run -> !run.summary().id().equals(id));
    }

    /** The runs without the last one. There must be at least one. */
    public PastRuns withoutLast() {
        return new PastRuns(runs.subList(0, runs.size() - 1), notes);
    }

    public Set<CaseName> names() {
        Set<CaseName> names = new LinkedHashSet<>();
        runs.forEach(
                run -> run.summary().cases().forEach(one -> names.add(one.key().name())));
        return names;
    }

    /** The series of some cases, with the steps that exceed the tolerances of the rules, and intervals of their confidence. */
    public History history(Predicate<CaseName> wanted, Rules rules) {
        return history(wanted, rules, CommitGraph.UNKNOWN);
    }

    /**
     * The series of some cases, in the order of commits.
     *
     * @param commits the order of commits; runs of unknown commits follow all runs that started before them
     */
    public History history(Predicate<CaseName> wanted, Rules rules, CommitGraph commits) {
        HistoryBuilder history = new HistoryBuilder(rules.confidence(), commits::between);
        Ways ways = Ways.of(runs);
        for (Held run : runs) {
            RunSummary summary = run.summary();
            int place = history.run(past(summary, commits));
            Spreads spreads = spreads(summary);
            for (CaseSummary one : summary.cases()) {
                if (wanted.test(one.key().name())) {
                    point(one, place, spreads, rules.confidence())
                            .ifPresent(point -> history.point(
                                    ways.key(one), one.conditions().platform(), point));
                }
            }
        }
        return history.build(
                (key, seconds) ->
                        rules.changes().of(key.name(), Metric.TIME, seconds).toleranceAt(seconds),
                notes);
    }

    private static PastRun past(RunSummary run, CommitGraph commits) {
        return new PastRun(
                run.id(),
                run.started(),
                run.commit(),
                run.changed(),
                run.base().map(CheckedOut::shown),
                run.base().filter(base -> !base.dirty()).flatMap(CheckedOut::commit),
                run.commit().flatMap(commits::place));
    }

    /** The runs that were measured beside one base. */
    PastRuns beside(String commit) {
        Optional<String> base = Optional.of(commit);
        return only(run -> run.summary().base().flatMap(CheckedOut::commit).equals(base));
    }

    private PastRuns only(Predicate<Held> wanted) {
        return new PastRuns(runs.stream().filter(wanted).toList(), notes);
    }

    /** The spread of the forks over all cases of a run. */
    public static Spreads spreads(RunSummary run) {
        return Spreads.ofForks(
                run.cases().stream().flatMap(one -> forks(one).stream()).toList());
    }

    private static Optional<CaseForks> forks(CaseSummary one) {
        return one.samples().map(samples -> new CaseForks(samples, one.within()));
    }

    /**
     * Seconds per operation of a case; empty if no fork gave a time.
     *
     * @param run the spread over all cases of the run
     */
    public static Optional<Estimate> time(CaseSummary one, Spreads run, double confidence) {
        return forks(one).map(forks -> ForkLevel.time(forks, run, confidence)).filter(time -> time.value()
                .isPresent());
    }

    private static Optional<Point> point(CaseSummary one, int run, Spreads spreads, double confidence) {
        return time(one, spreads, confidence)
                .map(time -> new Point(run, time, mean(one), one.seconds().size(), one.failed(), one.change()));
    }

    private static Optional<Double> mean(CaseSummary one) {
        return one.bytes().isEmpty()
                ? Optional.empty()
                : Optional.of(one.bytes().stream().sum() / one.bytes().size());
    }
}
