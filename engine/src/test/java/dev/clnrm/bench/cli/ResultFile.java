package dev.clnrm.bench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A result file of JMH made by hand: six forks of three iterations for each benchmark. */
final class ResultFile {
    private static final double[] FORKS = {0.998, 0.999, 1, 1, 1.001, 1.002};

    private final Map<String, Double> micros = new LinkedHashMap<>();
    private final Map<String, String> beside = new LinkedHashMap<>();
    private String jdk = "17.0.15";

    static ResultFile of(String benchmark, double micros) {
        return new ResultFile().and(benchmark, micros);
    }

    /** A benchmark of {@code org.acme.Parsing} and what it takes. */
    ResultFile and(String benchmark, double amount) {
        micros.put(benchmark, amount);
        return this;
    }

    ResultFile jdk(String version) {
        jdk = version;
        return this;
    }

    /** The same with metrics beside the time, ten times as large; by name, in this unit. */
    ResultFile beside(String metric, String unit) {
        beside.put(metric, unit);
        return this;
    }

    private String beside(double amount) {
        return beside.entrySet().stream()
                .map(e -> String.format(
                        Locale.ROOT,
                        "\"%s\": {\"score\": 1, \"scoreError\": \"NaN\", \"scoreUnit\": \"%s\", \"rawData\": %s}",
                        e.getKey(),
                        e.getValue(),
                        forks(10 * amount)))
                .collect(Collectors.joining(", "));
    }

    Path write(Path file) throws IOException {
        String results = micros.entrySet().stream()
                .map(e -> String.format(
                        Locale.ROOT, """
                        {"jmhVersion": "1.37", "benchmark": "org.acme.Parsing.%s", "mode": "avgt", "threads": 1, "forks": 6,
                         "jvm": "java", "jvmArgs": [], "jdkVersion": "%s", "vmName": "VM", "vmVersion": "%s+1",
                         "primaryMetric": {"score": 1, "scoreError": "NaN", "scoreUnit": "us/op", "rawData": %s},
                         "secondaryMetrics": {%s}}""", e.getKey(), jdk, jdk, forks(e.getValue()), beside(e.getValue())))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        return Files.writeString(file, results);
    }

    private static String forks(double mean) {
        return Arrays.stream(FORKS)
                .mapToObj(share -> "[" + share * mean + ", " + share * mean + ", " + share * mean + "]")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
