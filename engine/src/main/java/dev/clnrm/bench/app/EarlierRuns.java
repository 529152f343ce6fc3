package dev.clnrm.bench.app;

import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.HistoryBuilder;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.store.Held;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Earlier and later runs of the same cases on the same machine, JDK and flags. Runs on other machines cannot show a change.
 *
 * @param results the results that are shown
 * @param confidence the confidence of intervals
 * @param commits the order of commits; if it is unknown, runs are in the order of time
 */
record EarlierRuns(StoredResults results, double confidence, CommitGraph commits) {
    /** The most runs that are drawn, the latest ones. More cannot be told apart on a page. */
    private static final int MOST = 60;

    /** The smallest step: larger than the tolerance of short cases. */
    private static final double SMALLEST_STEP = 0.05;

    /** A run: its name, when it started, its commit, and the seconds per operation of its cases. */
    private record Timed(String label, Instant started, Optional<String> commit, Map<CaseKey, Estimate> times) {}

    /** The comparable runs and the one shown, as one series for each case; without runs if there are no others. */
    History of(PastRuns runs) {
        Map<CaseKey, Conditions> shown = new LinkedHashMap<>();
        results.samples().head().cases().forEach(one -> shown.put(CaseKey.of(one.samples()), one.conditions()));
        List<Timed> all = new ArrayList<>();
        List<Held> stored = runs.runs();
        for (int i = stored.size() - 1; i >= 0 && all.size() < MOST; i--) {
            Held run = stored.get(i);
            if (!isShown(run)) {
                timed(run, shown).ifPresent(all::add);
            }
        }
        if (all.isEmpty()) {
            return Sampled.NO_HISTORY;
        }
        all.add(shown());
        all.sort(Comparator.comparing(Timed::started));
        HistoryBuilder history = new HistoryBuilder(confidence);
        for (Timed one : all) {
            int run = history.run(new PastRun(
                    one.label,
                    one.started,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    one.commit.flatMap(commits::place)));
            one.times.forEach((key, time) ->
                    history.point(key, Conditions.UNKNOWN, new Point(run, time, Optional.empty(), time.forks(), 0)));
        }
        return history.build((key, seconds) -> SMALLEST_STEP, List.of());
    }

    private Timed shown() {
        Side head = results.samples().head();
        Spreads spreads = Spreads.of(head.family());
        Map<CaseKey, Estimate> times = new LinkedHashMap<>();
        for (CaseSamples one : head.samples()) {
            Estimate time = ForkLevel.time(one, spreads, confidence);
            time.value().ifPresent(value -> times.put(CaseKey.of(one), time));
        }
        return new Timed(
                label(),
                results.run().map(RunManifest::started).orElseGet(Instant::now),
                results.run().flatMap(run -> run.code().head()).flatMap(CheckedOut::commit),
                times);
    }

    /** The name of the run. The side of a one-sided run has no name. */
    private String label() {
        String label = results.samples().head().label();
        return label.isEmpty() ? results.folder().map(Path::toString).orElse("") : label;
    }

    private boolean isShown(Held run) {
        return results.run().filter(own -> own.id().equals(run.summary().id())).isPresent();
    }

    private Optional<Timed> timed(Held run, Map<CaseKey, Conditions> shown) {
        Map<CaseKey, Estimate> times = new LinkedHashMap<>();
        Spreads spreads = PastRuns.spreads(run.summary());
        for (CaseSummary one : run.summary().cases()) {
            if (Optional.ofNullable(shown.get(one.key()))
                    .filter(own -> alike(own, one.conditions()))
                    .isPresent()) {
                PastRuns.time(one, spreads, confidence).ifPresent(time -> times.put(one.key(), time));
            }
        }
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(new Timed(
                        run.name(), run.summary().started(), run.summary().commit(), times));
    }

    /** Two unknown machines count as the same. */
    private static boolean alike(Conditions one, Conditions other) {
        return one.host().equals(other.host())
                && one.differences(other).stream()
                        .noneMatch(difference -> difference.aspect().forbids());
    }
}
