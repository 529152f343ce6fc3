package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;

/** Writes JMH's result array: the same fields in the same order, the scores computed as JMH computes them. */
final class JmhWriter {
    /** The level of JMH's error bars. */
    private static final double CONFIDENCE = 0.999;

    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

    /** What JMH adds up over iterations instead of averaging. */
    private static final Set<String> SUMMED = Set.of("gc.count", "gc.time");

    private final OutputStream out;

    JmhWriter(OutputStream out) {
        this.out = out;
    }

    void write(List<JmhResult> results) throws IOException {
        try (JsonGenerator json = Json.FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartArray();
            for (JmhResult result : results) {
                if (!result.samples().finished().isEmpty()) {
                    write(result, json);
                }
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
    }

    private static void write(JmhResult result, JsonGenerator json) throws IOException {
        List<ForkRecord> forks = result.samples().finished();
        json.writeStartObject();
        json.writeStringField("jmhVersion", result.vm().jmhVersion());
        json.writeStringField("benchmark", result.benchmark());
        json.writeStringField("mode", result.mode().jmhName());
        json.writeNumberField("threads", forks.get(0).threads());
        json.writeNumberField("forks", result.forks());
        json.writeStringField("jvm", result.vm().java());
        json.writeArrayFieldStart("jvmArgs");
        for (String arg : result.vm().args()) {
            json.writeString(arg);
        }
        json.writeEndArray();
        json.writeStringField("jdkVersion", result.vm().jdkVersion());
        json.writeStringField("vmName", result.vm().name());
        json.writeStringField("vmVersion", result.vm().version());
        write("warmup", result.warmup(), json);
        write("measurement", result.measurement(), json);
        Map<String, String> params = result.samples().name().params();
        if (!params.isEmpty()) {
            json.writeObjectFieldStart("params");
            for (Map.Entry<String, String> param : params.entrySet()) {
                json.writeStringField(param.getKey(), param.getValue());
            }
            json.writeEndObject();
        }
        json.writeFieldName("primaryMetric");
        writePrimary(result.mode(), forks, json);
        json.writeObjectFieldStart("secondaryMetrics");
        Set<String> names = new TreeSet<>();
        forks.forEach(fork -> names.addAll(fork.secondary().keySet()));
        for (String name : names) {
            List<Values> values = forks.stream()
                    .map(fork -> fork.secondary().getOrDefault(name, Values.NONE))
                    .toList();
            String unit = Optional.ofNullable(result.units().get(name))
                    .orElseGet(() -> forks.get(0).unit(name));
            unit = unit.isEmpty() ? "---" : unit;
            json.writeFieldName(name);
            writeSecondary(values, SUMMED.contains(name), unit, json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(String prefix, JmhResult.Phase phase, JsonGenerator json) throws IOException {
        json.writeNumberField(prefix + "Iterations", phase.iterations());
        json.writeStringField(prefix + "Time", JmhUnit.text(phase.seconds()));
        json.writeNumberField(prefix + "BatchSize", phase.batchSize());
    }

    private static void writePrimary(Mode mode, List<ForkRecord> forks, JsonGenerator json) throws IOException {
        int digits =
                switch (mode) {
                    case AVERAGE, SAMPLE -> 9;
                    case SINGLE_SHOT -> 3;
                    case THROUGHPUT -> 0;
                };
        String unit =
                switch (mode) {
                    case AVERAGE, SAMPLE -> "ns/op";
                    case SINGLE_SHOT -> "ms/op";
                    case THROUGHPUT -> "ops/s";
                };
        boolean histograms = mode == Mode.SAMPLE
                && forks.stream().noneMatch(fork -> fork.histograms().isEmpty());
        json.writeStartObject();
        if (!histograms) {
            List<Values> values =
                    forks.stream().map(fork -> scaled(fork.values(), digits)).toList();
            writeScore(Histogram.of(pooled(values)), unit, json);
            writeRaw(values, json);
        } else {
            List<List<Histogram>> scaled = forks.stream()
                    .map(fork -> fork.histograms().stream()
                            .map(h -> new Histogram(scaled(h.seconds(), digits), h.counts()))
                            .toList())
                    .toList();
            writeScore(Histogram.merged(scaled.stream().flatMap(List::stream).toList()), unit, json);
            json.writeArrayFieldStart("rawDataHistogram");
            for (List<Histogram> fork : scaled) {
                json.writeStartArray();
                for (Histogram histogram : fork) {
                    json.writeStartArray();
                    for (int i = 0; i < histogram.seconds().size(); i++) {
                        json.writeStartArray();
                        json.writeNumber(histogram.seconds().get(i));
                        json.writeNumber((long) histogram.counts().get(i));
                        json.writeEndArray();
                    }
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void writeSecondary(List<Values> values, boolean summed, String unit, JsonGenerator json)
            throws IOException {
        Values pooled = pooled(values);
        json.writeStartObject();
        writeScore(Histogram.of(summed ? Values.of(pooled.stream().sum()) : pooled), unit, json);
        writeRaw(values, json);
        json.writeEndObject();
    }

    private static void writeRaw(List<Values> forks, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rawData");
        for (Values fork : forks) {
            json.writeStartArray();
            for (int i = 0; i < fork.size(); i++) {
                json.writeNumber(fork.get(i));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Student's interval over all iterations alike: JMH's figure, which {@code analyse} does not use. */
    private static void writeScore(Histogram values, String unit, JsonGenerator json) throws IOException {
        double mean = values.mean();
        long n = values.count();
        double error = Double.NaN;
        if (n > 2) {
            double squares = 0;
            for (int i = 0; i < values.seconds().size(); i++) {
                double distance = values.seconds().get(i) - mean;
                squares += distance * distance * values.counts().get(i);
            }
            double t = new TDistribution(null, n - 1.0).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
            error = t * Math.sqrt(squares / (n - 1.0)) / Math.sqrt((double) n);
        }
        json.writeNumberField("score", mean);
        json.writeNumberField("scoreError", error);
        json.writeArrayFieldStart("scoreConfidence");
        json.writeNumber(n == 1 ? mean : mean - error);
        json.writeNumber(n == 1 ? mean : mean + error);
        json.writeEndArray();
        json.writeObjectFieldStart("scorePercentiles");
        for (double percentile : PERCENTILES) {
            json.writeNumberField(Double.toString(percentile), values.percentile(percentile));
        }
        json.writeEndObject();
        json.writeStringField("scoreUnit", unit);
    }

    private static Values pooled(List<Values> forks) {
        return Values.of(forks.stream().map(Values::stream).reduce(DoubleStream.empty(), DoubleStream::concat));
    }

    /** Multiplied by a power of ten in decimals, so that 1.3E-6 s becomes 1300.0 ns and not 1299.9999999999998. */
    private static Values scaled(Values values, int digits) {
        return Values.of(values.stream()
                .map(value -> Double.isFinite(value)
                        ? new BigDecimal(Double.toString(value))
                                .movePointRight(digits)
                                .doubleValue()
                        : value));
    }
}
