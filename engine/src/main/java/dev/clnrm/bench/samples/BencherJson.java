package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads Bencher's metric format: for each benchmark its {@code latency} in nanoseconds, or its {@code throughput} in operations
 * per second. Other measures are skipped.
 *
 * @param results at least one
 * @param missing the number of results without a value
 */
public record BencherJson(List<JmhResult> results, int missing) {
    private static final TypeReference<Map<String, Map<String, Metric>>> DOCUMENT = new TypeReference<>() {};

    private static final Map<String, Mode> MEASURES =
            new TreeMap<>(Map.of("latency", Mode.AVERAGE, "throughput", Mode.THROUGHPUT));

    private static final String HELP =
            "use a file of JMH, written with -rf json, or of Bencher: {\"name\": {\"latency\": {\"value\": 88.0}}}";

    public BencherJson {
        results = List.copyOf(results);
    }

    private record Metric(Optional<Double> value) {}

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException with the position, if it is not one
     */
    public static BencherJson read(Path file) {
        Map<String, Map<String, Metric>> document;
        try (java.io.InputStream in = Files.newInputStream(file)) {
            document = JsonFiles.MAPPER.readValue(in, DOCUMENT);
        } catch (JsonProcessingException e) {
            throw JsonFiles.unreadable(file, e, HELP);
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
        List<JmhResult> results = new ArrayList<>();
        int missing = 0;
        for (Map.Entry<String, Map<String, Metric>> one : document.entrySet()) {
            for (Map.Entry<String, Mode> measure : MEASURES.entrySet()) {
                Metric metric = one.getValue().get(measure.getKey());
                if (metric != null && isTime(metric.value())) {
                    double value = metric.value().orElseThrow();
                    boolean latency = measure.getValue() == Mode.AVERAGE;
                    results.add(JmhResult.ofOne(
                            JmhJson.caseName(one.getKey(), Map.of()),
                            measure.getValue(),
                            latency ? value / 1e9 : value));
                } else if (metric != null) {
                    missing++;
                }
            }
        }
        if (results.isEmpty()) {
            throw new UnreadableFileException(file, "has no `latency` and no `throughput`", HELP);
        }
        return new BencherJson(results, missing);
    }

    /** Whether a value can be a time or a rate. */
    static boolean isTime(Optional<Double> value) {
        return value.filter(number -> Double.isFinite(number) && number >= 0).isPresent();
    }
}
