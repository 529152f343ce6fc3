package dev.clnrm.bench.runs;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The first line of {@code summary.json}: a run, and the numbers of its cases. The second line holds the {@link Suite}. Most runs of a
 * history have the same one, so it is read once.
 *
 * @param format the format version; a summary of another version is made again
 * @param run the size of the {@code run.json} beside it, in bytes
 * @param samples the size of the {@code samples.ndjson} beside it, in bytes
 */
record SummaryFile(
        int format,
        long run,
        long samples,
        String id,
        Instant started,
        CheckedOut head,
        Optional<CheckedOut> base,
        List<String> parts,
        Numbers numbers) {
    static final int FORMAT = 7;

    /**
     * The second line: the cases. Conditions are written once, and cases refer to them by index.
     *
     * @param conditions all conditions
     * @param cases the cases, in the order of the numbers
     */
    record Suite(List<Conditions> conditions, List<Row> cases) {
        static Suite of(RunSummary summary) {
            Set<Conditions> all = new LinkedHashSet<>();
            summary.cases().forEach(one -> all.add(one.conditions()));
            List<Conditions> conditions = List.copyOf(all);
            return new Suite(
                    conditions,
                    summary.cases().stream()
                            .map(one -> Row.of(one.key(), conditions.indexOf(one.conditions())))
                            .toList());
        }

        /**
         * The cases, without their numbers.
         *
         * @param keys gives the instance of a case that is kept in memory
         * @param kept gives the instance of conditions that is kept in memory
         */
        List<Case> cases(UnaryOperator<CaseKey> keys, UnaryOperator<Conditions> kept) {
            List<Conditions> own = conditions.stream().map(kept).toList();
            return cases.stream()
                    .map(one -> new Case(keys.apply(one.key()), own.get(one.on())))
                    .toList();
        }
    }

    /** A case, without its numbers. */
    record Case(CaseKey key, Conditions conditions) {}

    /**
     * A case in the second line.
     *
     * @param on the index of its conditions
     */
    record Row(CaseName name, Optional<String> variant, Mode mode, int on) {
        private static Row of(CaseKey key, int on) {
            return new Row(key.name(), key.name().variant(), key.mode(), on);
        }

        private CaseKey key() {
            return new CaseKey(variant.map(name::variant).orElse(name), mode);
        }
    }

    /**
     * The numbers of all cases, each list in the order of the cases.
     *
     * @param failed how many forks did not finish, by the index of the case; absent if all did
     * @param changes the changes, by the index of the case
     */
    record Numbers(
            List<Values> seconds,
            Values within,
            List<Values> bytes,
            Map<Integer, Integer> failed,
            Map<Integer, Interval> changes) {
        Numbers {
            if (seconds.size() != within.size() || seconds.size() != bytes.size()) {
                throw new IllegalArgumentException("numbers of different cases");
            }
            for (int i = 0; i < seconds.size(); i++) {
                if (!bytes.get(i).isEmpty()
                        && bytes.get(i).size() != seconds.get(i).size()) {
                    throw new IllegalArgumentException("bytes of other forks than those timed");
                }
                if (!(within.get(i) >= 0) || Double.isInfinite(within.get(i))) {
                    throw new IllegalArgumentException("the noise inside forks is no variance");
                }
            }
        }

        private static Numbers of(List<CaseSummary> cases) {
            List<Integer> all = IntStream.range(0, cases.size()).boxed().toList();
            return new Numbers(
                    cases.stream().map(CaseSummary::seconds).toList(),
                    Values.of(cases.stream().mapToDouble(CaseSummary::within)),
                    cases.stream().map(CaseSummary::bytes).toList(),
                    all.stream()
                            .filter(i -> cases.get(i).failed() > 0)
                            .collect(Collectors.toMap(i -> i, i -> cases.get(i).failed())),
                    all.stream()
                            .filter(i -> cases.get(i).change().isPresent())
                            .collect(Collectors.toMap(
                                    i -> i, i -> cases.get(i).change().orElseThrow())));
        }

        private CaseSummary summary(int i, Case one) {
            return new CaseSummary(
                    one.key(),
                    one.conditions(),
                    seconds.get(i),
                    within.get(i),
                    bytes.get(i),
                    failed.getOrDefault(i, 0),
                    Optional.ofNullable(changes.get(i)));
        }
    }

    static SummaryFile of(RunSummary summary, long run, long samples) {
        return new SummaryFile(
                FORMAT,
                run,
                samples,
                summary.id(),
                summary.started(),
                new CheckedOut(Optional.empty(), summary.commit(), summary.changed()),
                summary.base(),
                summary.parts(),
                Numbers.of(summary.cases()));
    }

    /** Whether it summarizes files of these sizes, with so many cases. */
    boolean isOf(long runBytes, long samplesBytes, int cases) {
        return format == FORMAT
                && run == runBytes
                && samples == samplesBytes
                && numbers.seconds().size() == cases;
    }

    /** The summary of a run of these cases. */
    RunSummary summary(List<Case> cases) {
        List<CaseSummary> all = new ArrayList<>(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            all.add(numbers.summary(i, cases.get(i)));
        }
        return new RunSummary(id, started, head.commit(), head.dirty(), base, parts, all);
    }
}
