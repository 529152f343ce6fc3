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

    Path write(Path file) throws IOException {
        String results = micros.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, """
                        {"jmhVersion": "1.37", "benchmark": "org.acme.Parsing.%s", "mode": "avgt", "threads": 1, "forks": 6,
                         "jvm": "java", "jvmArgs": [], "jdkVersion": "%s", "vmName": "VM", "vmVersion": "%s+1",
                         "primaryMetric": {"score": 1, "scoreError": "NaN", "scoreUnit": "us/op", "rawData": %s},
                         "secondaryMetrics": {}}""", e.getKey(), jdk, jdk, forks(e.getValue())))
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        return Files.writeString(file, results);
    }

    private static String forks(double mean) {
        return Arrays.stream(FORKS)
                .mapToObj(share -> "[" + share * mean + ", " + share * mean + ", " + share * mean + "]")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
