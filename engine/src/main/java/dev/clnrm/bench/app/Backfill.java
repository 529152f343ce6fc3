package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.store.Held;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures past commits, each in turns with one anchor. Stored commits are not measured again, and a killed run is resumed. So the user
 * repeats the same command until every commit is measured.
 *
 * @param asked how each commit is measured
 * @param range the commits to measure
 * @param budgetSeconds the time limit: no commit is started that would probably exceed it; empty to measure all commits
 */
public record Backfill(Asked asked, Range range, Optional<Double> budgetSeconds) {
    /** The command that starts the runs. */
    public static final String COMMAND = "history";

    /** The number of cases whose changes a progress line shows. */
    private static final int NAMES = 3;

    /**
     * The past commits to measure.
     *
     * @param from the first commit
     * @param to the last commit
     * @param every measures every n-th commit, and always the last one
     * @param anchor the revision that each commit is compared with
     */
    public record Range(String from, String to, int every, String anchor) {}

    /** The commits that are not measured yet. */
    private static final class Gaps {
        private final int commits;
        private final BitSet settled = new BitSet();

        Gaps(int commits) {
            this.commits = commits;
        }

        /**
         * Returns the last commit, then the first, then the middle of the widest gap. Of equal gaps it takes the newest. So even a few
         * measured commits span the whole range.
         */
        Optional<Integer> next() {
            int last = commits - 1;
            if (!settled.get(last) || !settled.get(0)) {
                return Optional.of(settled.get(last) ? 0 : last);
            }
            int widest = 1;
            int middle = -1;
            int before = 0;
            for (int i = settled.nextSetBit(1); i > 0; i = settled.nextSetBit(i + 1)) {
                if (i - before > 1 && i - before >= widest) {
                    widest = i - before;
                    middle = before + widest / 2;
                }
                before = i;
            }
            return middle < 0 ? Optional.empty() : Optional.of(middle);
        }

        int left() {
            return commits - settled.cardinality();
        }
    }

    /** Measures the commits and returns the exit status. */
    public int run() throws DeclarationException {
        try {
            return run(Project.repository(asked.file(), asked.environment()));
        } catch (CheckoutException e) {
            throw new UserException(String.valueOf(e.getMessage()), e.help());
        }
    }

    private int run(Repository repository) throws CheckoutException, DeclarationException {
        List<Commit> commits = chosen(repository.between(repository.resolve(range.from), repository.resolve(range.to)));
        Commit anchor = repository.resolve(range.anchor);
        Gaps gaps = new Gaps(commits.size());
        Optional<PastRuns> store = asked.keeping().store().map(home -> BadFile.unless(() -> PastRuns.in(home)));
        store.ifPresent(past -> past.notes().forEach(note -> say("note: " + note)));
        List<Held> held = store.map(PastRuns::runs).orElse(List.of());
        List<Path> here = new ArrayList<>();
        for (int i = 0; i < commits.size(); i++) {
            Optional<Path> run = stored(commits.get(i), anchor, true);
            run.ifPresent(here::add);
            gaps.settled.set(i, run.isPresent() || holds(held, commits.get(i), anchor));
        }
        add(here, held);
        int stored = commits.size() - gaps.left();
        say(Counts.count(commits.size(), "commit") + " from " + range.from + " to " + range.to + ", beside "
                + range.anchor + (stored == 0 ? "" : "; stored already: " + stored));
        List<String> skipped = new ArrayList<>();
        double longest = 0;
        long begin = System.nanoTime();
        for (Optional<Integer> next = gaps.next(); next.isPresent(); next = gaps.next()) {
            double elapsed = (System.nanoTime() - begin) / 1e9;
            double needed = elapsed + longest;
            if (longest > 0 && budgetSeconds.filter(budget -> needed > budget).isPresent()) {
                say("the time budget is spent, and " + Counts.count(gaps.left(), "commit") + " "
                        + (gaps.left() == 1 ? "is" : "are") + " left; repeat the command to continue");
                return ExitStatus.WITHIN_BUDGET;
            }
            Commit commit = commits.get(next.get());
            int number = commits.size() - gaps.left() + 1;
            Optional<String> why = measured(commit, anchor, number + " of " + commits.size());
            if (why.isPresent()) {
                skipped.add(commit.shortHash());
                say(number + " of " + commits.size() + "  " + commit.shortHash() + "  skipped: " + why.get());
            } else if (stored(commit, anchor, true).isEmpty()) {
                say("interrupted; repeat the command to continue");
                return ExitStatus.COULD_NOT_MEASURE;
            }
            stored(commit, anchor, true).ifPresent(this::add);
            gaps.settled.set(next.get());
            longest = Math.max(longest, (System.nanoTime() - begin) / 1e9 - elapsed);
        }
        if (skipped.size() == commits.size()) {
            throw new UserException(
                    ExitStatus.COULD_NOT_MEASURE,
                    "none of the commits could be measured",
                    "see why above; `--file` names a budgets.yaml that suits them");
        }
        say("nothing is left to measure" + (skipped.isEmpty() ? "" : "; skipped: " + String.join(", ", skipped))
                + "; `clnrm-bench history '*'` shows the changes");
        return ExitStatus.WITHIN_BUDGET;
    }

    private List<Commit> chosen(List<Commit> all) {
        List<Commit> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % range.every == 0 || i == all.size() - 1) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    /** Measures a commit, or resumes its killed run. Returns the reason if the commit cannot be measured. */
    private Optional<String> measured(Commit commit, Commit anchor, String number) throws DeclarationException {
        Optional<Path> killed = stored(commit, anchor, false);
        try {
            return measured(killed.map(asked::goingOnWith).orElse(asked).keptHere(), commit, number);
        } catch (UnresumableException e) {
            say("another run replaces " + RunFolder.shown(killed.orElseThrow()) + ": " + e.getMessage());
            return measured(asked.keptHere(), commit, number);
        }
    }

    private Optional<String> measured(Asked one, Commit commit, String number) throws DeclarationException {
        List<String> words = List.of("clnrm-bench", "compare", range.anchor, commit.shortHash());
        List<Report> reports = new ArrayList<>();
        try {
            new Check(
                            one,
                            () -> Sides.ofRevisions(
                                    one, range.anchor, Optional.of(commit.hash()), false, Check.Unchanged.CONTROL),
                            sides -> words,
                            Check.Unchanged.CONTROL,
                            Strictness.USUAL,
                            false,
                            false)
                    .run(report -> {
                        reports.add(report);
                        return ExitStatus.WITHIN_BUDGET;
                    });
        } catch (UnmeasurableException e) {
            if (e.side().equals(JournalEntry.BASE)) {
                throw e;
            }
            // The build's output is long, and the user can run the build to see it again.
            return String.valueOf(e.getMessage()).lines().findFirst();
        } catch (DeclarationException e) {
            return Optional.of(e.diagnostics().get(0).message());
        }
        reports.forEach(report -> say(number + "  " + commit.shortHash() + "  " + changes(report)));
        return reports.isEmpty() ? Optional.of("it has no such case") : Optional.empty();
    }

    /** The largest changes in time, as text. */
    private static String changes(Report report) {
        List<ChangeVerdict> times = report.verdicts().stream()
                .filter(verdict ->
                        verdict.metric() == Metric.TIME && verdict.change().isPresent())
                .sorted(Comparator.comparingDouble((ChangeVerdict verdict) ->
                                Math.abs(Math.log(verdict.change().orElseThrow().estimate())))
                        .reversed())
                .toList();
        return times.isEmpty()
                ? "nothing to compare"
                : Counts.some(
                        times.stream()
                                .map(verdict -> Inert.name(Words.inSuite(verdict.name())) + " "
                                        + Percents.changed(
                                                verdict.change().orElseThrow().estimate()))
                                .toList(),
                        NAMES);
    }

    /**
     * The latest run of a commit and the anchor: a finished one of all cases or of the requested cases, or an unfinished one that this
     * command can resume.
     */
    private Optional<Path> stored(Commit commit, Commit anchor, boolean ended) {
        return RunFolder.latest(
                Project.runs(asked.file()), run -> run.finished() == ended && measured(run, commit, anchor));
    }

    /** Whether the store has a finished run of them. */
    private boolean holds(List<Held> held, Commit commit, Commit anchor) {
        return held.stream()
                .filter(one -> one.summary().commit().equals(Optional.of(commit.hash())))
                .flatMap(one -> one.home().find(one.name()).stream())
                .anyMatch(run -> measured(RunFolder.read(run), commit, anchor));
    }

    private boolean measured(RunManifest run, Commit commit, Commit anchor) {
        return is(run, JournalEntry.HEAD, commit)
                && is(run, JournalEntry.BASE, anchor)
                && (run.request().arguments().equals(asked.arguments())
                        || (run.finished()
                                && run.code()
                                        .reach()
                                        .filter(one -> !one.partial())
                                        .isPresent()));
    }

    /**
     * Adds the runs that the store does not have, for example because an earlier call was killed. If it has all, one is added in vain: that pushes
     * what is only in the branch of this clone.
     */
    private void add(List<Path> runs, List<Held> held) {
        Set<String> ids = held.stream().map(one -> one.summary().id()).collect(Collectors.toSet());
        List<Path> missing = runs.stream()
                .filter(run -> !ids.contains(RunFolder.read(run).id()))
                .toList();
        (missing.isEmpty() ? runs.stream().limit(1) : missing.stream()).forEach(this::add);
    }

    private void add(Path run) {
        asked.keeping().added(RunFolder.shown(run), RunFolder.read(run)).ifPresent(this::say);
    }

    private static boolean is(RunManifest run, String side, Commit commit) {
        return Optional.ofNullable(run.code().sides().get(side))
                .filter(one -> !one.dirty() && one.commit().equals(Optional.of(commit.hash())))
                .isPresent();
    }

    private void say(String text) {
        asked.terminal().say("clnrm-bench: " + text + "\n");
    }
}
