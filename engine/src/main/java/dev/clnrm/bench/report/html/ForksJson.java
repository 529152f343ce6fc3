package dev.clnrm.bench.report.html;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ForkSummary;
import dev.clnrm.bench.stats.Steadiness;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The forks of a case for the charts: seconds per operation in every mode. */
final class ForksJson {
    /** The most values of a series. A longer series shows every second, third … value: a screen has no more columns. */
    private static final int MOST_VALUES = 600;

    private ForksJson() {}

    static Fields of(PageCase one) {
        return new Fields()
                .maybe("base", one.base().map(ForksJson::side))
                .maybe("head", one.head().map(ForksJson::side));
    }

    private static List<Fields> side(CaseSamples samples) {
        return samples.forks().stream().map(ForksJson::fork).toList();
    }

    private static Fields fork(JournalEntry fork) {
        Fields fields = new Fields().with("fork", fork.fork());
        if (fork.outcome() instanceof Outcome.Failed failed) {
            fields.with("failed", Inert.sentence(failed.message()));
        }
        fields.with("startup", fork.startupSeconds())
                .with("iteration", fork.samples().iterationSeconds())
                .with("steady", fork.samples().steady());
        Values values = fork.samples().secondsPerOperation();
        if (!values.isEmpty()) {
            ForkSummary summary = ForkSummary.of(fork);
            fields.with("mean", summary.mean()).with("floor", summary.floor());
        }
        Values bytes = fork.samples().allocation();
        if (!bytes.isEmpty()) {
            fields.with("bytes", bytes.stream().sum() / bytes.size());
        }
        if (!fork.samples().histograms().isEmpty()) {
            Histogram merged = Histogram.merged(fork.samples().histograms());
            fields.each("percentiles", List.of(50.0, 90.0, 99.0, 99.9), merged::percentile);
        }
        return fields.and(course(fork, warmup(fork.samples()), values));
    }

    private static Values warmup(ForkSamples fork) {
        return fork.mode() == Mode.THROUGHPUT
                ? Values.of(fork.warmup().stream().map(rate -> fork.threads() / rate))
                : fork.warmup();
    }

    /** The iterations in the order measured, and the number of iterations, including the warm-up, after which times are steady. */
    private static Fields course(JournalEntry fork, Values warmup, Values values) {
        int step = Math.max(1, (warmup.size() + values.size() + MOST_VALUES - 1) / MOST_VALUES);
        Fields fields = new Fields()
                .with("step", step)
                .with("warmup", every(step, warmup))
                .with("values", every(step, values));
        if (fork.samples().iterationSeconds() > 0) {
            Values all = Values.of(DoubleStream.concat(warmup.stream(), values.stream()));
            Steadiness.steadyFrom(all, fork.samples().iterationSeconds())
                    .ifPresent(from -> fields.with("steadyFrom", from));
        }
        return fields;
    }

    private static List<Double> every(int step, Values values) {
        return IntStream.iterate(0, i -> i < values.size(), i -> i + step)
                .mapToObj(values::get)
                .toList();
    }
}
