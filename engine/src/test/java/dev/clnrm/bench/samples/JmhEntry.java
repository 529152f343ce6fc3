package dev.clnrm.bench.samples;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One result as JMH writes it, of five forks that differ by half a per cent.
 *
 * @param benchmark as JMH writes it
 * @param nanos the time of an operation in nanoseconds
 * @param threads the number of threads
 * @param jdk the JDK
 * @param args the arguments, as JSON
 * @param warmup the number of warm-up iterations
 * @param length the length of an iteration
 * @param batch the number of invocations that count as one
 */
public record JmhEntry(
        String benchmark, double nanos, int threads, String jdk, String args, int warmup, String length, int batch) {
    private static final double[] FORKS = {0.995, 0.998, 1, 1.002, 1.005};

    public static JmhEntry of(String benchmark, double nanos) {
        return new JmhEntry(benchmark, nanos, 1, "21.0.4", "", 5, "1 s", 1);
    }

    public JmhEntry threads(int count) {
        return new JmhEntry(benchmark, nanos, count, jdk, args, warmup, length, batch);
    }

    public JmhEntry jdk(String version) {
        return new JmhEntry(benchmark, nanos, threads, version, args, warmup, length, batch);
    }

    public JmhEntry args(String... all) {
        String quoted = Arrays.stream(all).map(one -> "\"" + one + "\"").collect(Collectors.joining(", "));
        return new JmhEntry(benchmark, nanos, threads, jdk, quoted, warmup, length, batch);
    }

    public JmhEntry warmup(int iterations) {
        return new JmhEntry(benchmark, nanos, threads, jdk, args, iterations, length, batch);
    }

    public JmhEntry length(String time) {
        return new JmhEntry(benchmark, nanos, threads, jdk, args, warmup, time, batch);
    }

    public JmhEntry batch(int size) {
        return new JmhEntry(benchmark, nanos, threads, jdk, args, warmup, length, size);
    }

    private String json() {
        String raw = Arrays.stream(FORKS)
                .mapToObj(share -> "[" + share * nanos + ", " + share * nanos + ", " + share * nanos + "]")
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, """
                {"jmhVersion": "1.37", "benchmark": "%s", "mode": "avgt", "threads": %d, "forks": 5, "jvm": "java",
                 "jvmArgs": [%s], "jdkVersion": "%s", "vmName": "VM", "vmVersion": "%s+1",
                 "warmupIterations": %d, "warmupTime": "1 s", "warmupBatchSize": 1,
                 "measurementIterations": 3, "measurementTime": "%s", "measurementBatchSize": %d,
                 "primaryMetric": {"score": %s, "scoreError": "NaN", "scoreUnit": "ns/op", "rawData": [%s]},
                 "secondaryMetrics": {}}""", benchmark, threads, args, jdk, jdk, warmup, length, batch, nanos, raw);
    }

    /** A result file. */
    public static String file(JmhEntry... entries) {
        return Arrays.stream(entries).map(JmhEntry::json).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }
}
