package dev.clnrm.bench.report.html;

import dev.clnrm.bench.samples.ForkSamples;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.stats.ForkSummary;
import dev.clnrm.bench.stats.Steadiness;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * The forks of a case, to be drawn: seconds per operation whatever the mode.
 *
 * @param json where to
 */
record ForksJson(JsonGenerator json) {
    /** Of longer series every second, third … value is drawn: a screen has no more columns. */
    private static final int MOST_VALUES = 600;

    private static final double[] PERCENTILES = {50, 90, 99, 99.9};

    void write(Row row) throws IOException {
        json.writeStartObject();
        side("base", row.base());
        side("head", row.head());
        json.writeEndObject();
    }

    private void side(String key, Optional<CaseSamples> samples) throws IOException {
        if (samples.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(key);
        for (JournalEntry fork : samples.get().forks()) {
            fork(fork);
        }
        json.writeEndArray();
    }

    private void fork(JournalEntry fork) throws IOException {
        json.writeStartObject();
        json.writeNumberField("fork", fork.fork());
        json.writeNumberField("order", fork.order());
        if (fork.outcome() instanceof Outcome.Failed failed) {
            json.writeStringField("failed", Inert.sentence(failed.message()));
        }
        ScriptJson.drawn(json, "startup", Optional.of(fork.startupSeconds()));
        ScriptJson.drawn(json, "iteration", Optional.of(fork.samples().iterationSeconds()));
        json.writeBooleanField("steady", fork.samples().steady());
        if (fork.company() > 1) {
            json.writeNumberField("company", fork.company());
        }
        Values values = fork.samples().secondsPerOperation();
        if (!values.isEmpty()) {
            ForkSummary summary = ForkSummary.of(fork);
            ScriptJson.drawn(json, "mean", Optional.of(summary.mean()));
            ScriptJson.drawn(json, "floor", Optional.of(summary.floor()));
        }
        Values allocation = fork.samples().allocation();
        if (!allocation.isEmpty()) {
            ScriptJson.drawn(json, "bytes", Optional.of(allocation.stream().sum() / allocation.size()));
        }
        Values warmup = warmup(fork.samples());
        series(warmup, values);
        steadyFrom(fork, warmup, values);
        percentiles(fork);
        json.writeEndObject();
    }

    private void series(Values warmup, Values values) throws IOException {
        int step = Math.max(1, (warmup.size() + values.size() + MOST_VALUES - 1) / MOST_VALUES);
        if (step > 1) {
            json.writeNumberField("step", step);
        }
        numbers("warmup", warmup, step);
        numbers("values", values, step);
    }

    private void numbers(String key, Values values, int step) throws IOException {
        json.writeArrayFieldStart(key);
        for (int i = 0; i < values.size(); i += step) {
            ScriptJson.drawn(json, values.get(i));
        }
        json.writeEndArray();
    }

    private static Values warmup(ForkSamples fork) {
        return fork.mode() == Mode.THROUGHPUT
                ? Values.of(fork.warmup().stream().map(rate -> fork.threads() / rate))
                : fork.warmup();
    }

    /** After how many iterations, those of the warm-up first, times are steady. */
    private void steadyFrom(JournalEntry fork, Values warmup, Values values) throws IOException {
        if (!(fork.samples().iterationSeconds() > 0)) {
            return;
        }
        Values all = Values.of(DoubleStream.concat(warmup.stream(), values.stream()));
        OptionalInt from = Steadiness.steadyFrom(all, fork.samples().iterationSeconds());
        if (from.isPresent()) {
            json.writeNumberField("steadyFrom", from.getAsInt());
        }
    }

    private void percentiles(JournalEntry fork) throws IOException {
        if (fork.samples().histograms().isEmpty()) {
            return;
        }
        Histogram merged = Histogram.merged(fork.samples().histograms());
        json.writeArrayFieldStart("percentiles");
        for (double percentile : PERCENTILES) {
            ScriptJson.drawn(json, merged.percentile(percentile));
        }
        json.writeEndArray();
    }
}
