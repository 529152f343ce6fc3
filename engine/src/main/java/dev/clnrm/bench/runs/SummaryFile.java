package dev.clnrm.bench.runs;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Interval;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The format of {@code summary.json}. Conditions are written once, and cases refer to them by index.
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
        List<Conditions> conditions,
        List<Row> cases) {
    static final int FORMAT = 6;

    /**
     * A case.
     *
     * @param on the index of its conditions
     */
    record Row(
            CaseName name,
            Optional<String> variant,
            Mode mode,
            int on,
            int failed,
            Values seconds,
            double within,
            Values bytes,
            Optional<Interval> change) {
        private static Row of(CaseSummary one, List<Conditions> conditions) {
            return new Row(
                    one.key().name(),
                    one.key().name().variant(),
                    one.key().mode(),
                    conditions.indexOf(one.conditions()),
                    one.failed(),
                    one.seconds(),
                    one.within(),
                    one.bytes(),
                    one.change());
        }

        private CaseSummary summary(List<Conditions> conditions, UnaryOperator<CaseKey> keys) {
            CaseKey key = keys.apply(new CaseKey(variant.map(name::variant).orElse(name), mode));
            return new CaseSummary(key, conditions.get(on), seconds, within, bytes, failed, change);
        }
    }

    SummaryFile {
        for (Row row : cases) {
            if (!row.bytes().isEmpty() && row.bytes().size() != row.seconds().size()) {
                throw new IllegalArgumentException("bytes of other forks than those timed");
            }
            if (!(row.within() >= 0) || Double.isInfinite(row.within())) {
                throw new IllegalArgumentException("the noise inside forks is no variance");
            }
        }
    }

    static SummaryFile of(RunSummary summary, long run, long samples) {
        Set<Conditions> all = new LinkedHashSet<>();
        summary.cases().forEach(one -> all.add(one.conditions()));
        List<Conditions> conditions = List.copyOf(all);
        return new SummaryFile(
                FORMAT,
                run,
                samples,
                summary.id(),
                summary.started(),
                new CheckedOut(Optional.empty(), summary.commit(), summary.changed()),
                summary.base(),
                summary.parts(),
                conditions,
                summary.cases().stream().map(one -> Row.of(one, conditions)).toList());
    }

    /** Whether it summarizes files of these sizes. */
    boolean isOf(long runBytes, long samplesBytes) {
        return format == FORMAT && run == runBytes && samples == samplesBytes;
    }

    /**
     * The summary.
     *
     * @param keys gives the instance of a case that is kept in memory
     * @param kept gives the instance of conditions that is kept in memory
     */
    RunSummary summary(UnaryOperator<CaseKey> keys, UnaryOperator<Conditions> kept) {
        List<Conditions> own = conditions.stream().map(kept).toList();
        return new RunSummary(
                id,
                started,
                head.commit(),
                head.dirty(),
                base,
                parts,
                cases.stream().map(one -> one.summary(own, keys)).toList());
    }
}
