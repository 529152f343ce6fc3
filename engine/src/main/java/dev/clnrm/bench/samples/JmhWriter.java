package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;

/** Writes JMH's result array: the same fields in the same order, with scores computed as in JMH. */
final class JmhWriter {
    /** The level of JMH's error bars. */
    private static final double CONFIDENCE = 0.999;

    private static final double[] PERCENTILES = {0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100};

    /** The metrics that JMH adds up over iterations instead of averaging. */
    private static final Set<String> SUMMED = Set.of("gc.count", "gc.time");

    private JmhWriter() {}

    static void write(OutputStream out, List<JmhResult> results) throws IOException {
        SequenceWriter json =
                JsonFiles.MAPPER.writer(new DefaultPrettyPrinter()).writeValuesAsArray(out);
        for (JmhResult result : results) {
            List<ForkSamples> forks = result.samples().finished().stream()
                    .map(JournalEntry::samples)
                    .toList();
            if (!forks.isEmpty()) {
                json.write(result(result, forks));
            }
        }
        json.close();
        out.write('\n');
    }

    private static Map<String, Object> result(JmhResult result, List<ForkSamples> forks) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("jmhVersion", result.vm().jmhVersion());
        json.put("benchmark", result.benchmark());
        json.put("mode", result.mode());
        json.put("threads", forks.get(0).threads());
        json.put("forks", result.forks());
        json.put("jvm", result.vm().java());
        json.put("jvmArgs", result.vm().args());
        json.put("jdkVersion", result.vm().jdkVersion());
        json.put("vmName", result.vm().name());
        json.put("vmVersion", result.vm().version());
        phase(json, "warmup", result.warmup());
        phase(json, "measurement", result.measurement());
        if (!result.samples().name().params().isEmpty()) {
            json.put("params", result.samples().name().params());
        }
        json.put("primaryMetric", primary(result.mode(), forks));
        json.put("secondaryMetrics", secondary(forks));
        return json;
    }

    private static void phase(Map<String, Object> json, String prefix, JmhResult.Phase phase) {
        json.put(prefix + "Iterations", phase.iterations());
        json.put(prefix + "Time", JmhUnit.text(phase.seconds()));
        json.put(prefix + "BatchSize", phase.batchSize());
    }

    private static Map<String, Object> primary(Mode mode, List<ForkSamples> forks) {
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
        if (!histograms) {
            List<Values> raw =
                    forks.stream().map(fork -> scaled(fork.values(), digits)).toList();
            return metric(Histogram.of(pooled(raw)), unit, "rawData", raw);
        }
        List<List<Histogram>> raw = forks.stream()
                .map(fork -> fork.histograms().stream()
                        .map(one -> new Histogram(scaled(one.seconds(), digits), one.counts()))
                        .toList())
                .toList();
        return metric(
                Histogram.merged(raw.stream().flatMap(List::stream).toList()),
                unit,
                "rawDataHistogram",
                raw.stream()
                        .map(fork -> fork.stream().map(JmhWriter::pairs).toList())
                        .toList());
    }

    private static List<List<Number>> pairs(Histogram histogram) {
        List<List<Number>> pairs = new ArrayList<>(histogram.seconds().size());
        for (int i = 0; i < histogram.seconds().size(); i++) {
            pairs.add(List.of(
                    histogram.seconds().get(i), (long) histogram.counts().get(i)));
        }
        return pairs;
    }

    private static Map<String, Object> secondary(List<ForkSamples> forks) {
        Set<String> names = new TreeSet<>();
        forks.forEach(fork -> names.addAll(fork.secondary().keySet()));
        Map<String, Object> metrics = new TreeMap<>();
        for (String name : names) {
            List<Values> raw = forks.stream()
                    .map(fork -> fork.secondary().getOrDefault(name, Values.NONE))
                    .toList();
            Values pooled = pooled(raw);
            String unit = forks.get(0).unit(name);
            metrics.put(
                    name,
                    metric(
                            Histogram.of(
                                    SUMMED.contains(name)
                                            ? Values.of(pooled.stream().sum())
                                            : pooled),
                            unit.isEmpty() ? "---" : unit,
                            "rawData",
                            raw));
        }
        return metrics;
    }

    /** Student's interval over all iterations of all forks: JMH's number, which no verdict of this program uses. */
    private static Map<String, Object> metric(Histogram values, String unit, String rawField, List<?> raw) {
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
        Map<String, Double> percentiles = new LinkedHashMap<>();
        for (double percentile : PERCENTILES) {
            percentiles.put(Double.toString(percentile), values.percentile(percentile));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("score", mean);
        json.put("scoreError", error);
        json.put("scoreConfidence", n == 1 ? Values.of(mean, mean) : Values.of(mean - error, mean + error));
        json.put("scorePercentiles", percentiles);
        json.put("scoreUnit", unit);
        json.put(rawField, raw);
        return json;
    }

    private static Values pooled(List<Values> forks) {
        return Values.of(forks.stream().map(Values::stream).reduce(DoubleStream.empty(), DoubleStream::concat));
    }

    /** Values multiplied by a power of ten in decimal arithmetic, so that 1.3E-6 s becomes 1300.0 ns and not 1299.9999999999998. */
    private static Values scaled(Values values, int digits) {
        return Values.of(values.stream()
                .map(value -> Double.isFinite(value)
                        ? new BigDecimal(Double.toString(value))
                                .movePointRight(digits)
                                .doubleValue()
                        : value));
    }
}
