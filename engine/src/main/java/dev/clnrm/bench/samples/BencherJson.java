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

/**
 * Reads Bencher's metric format: for each benchmark its {@code latency} in nanoseconds, or its {@code throughput} in operations
 * per second. Other measures are skipped.
 */
public final class BencherJson {
    private static final TypeReference<Map<String, Map<String, Metric>>> DOCUMENT = new TypeReference<>() {};

    private static final String HELP =
            "use a file of JMH, written with -rf json, or of Bencher: {\"name\": {\"latency\": {\"value\": 88.0}}}";

    private BencherJson() {}

    private record Metric(double value) {}

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException with the position, if it is not one
     */
    public static List<JmhResult> read(Path file) {
        Map<String, Map<String, Metric>> document;
        try (java.io.InputStream in = Files.newInputStream(file)) {
            document = JsonFiles.MAPPER.readValue(in, DOCUMENT);
        } catch (JsonProcessingException e) {
            throw JsonFiles.unreadable(file, e, HELP);
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
        List<JmhResult> results = new ArrayList<>();
        document.forEach((name, metrics) -> {
            metric(metrics, "latency").ifPresent(value -> results.add(result(name, Mode.AVERAGE, value / 1e9)));
            metric(metrics, "throughput").ifPresent(value -> results.add(result(name, Mode.THROUGHPUT, value)));
        });
        if (results.isEmpty()) {
            throw new UnreadableFileException(file, "has no `latency` and no `throughput`", HELP);
        }
        return results;
    }

    private static Optional<Double> metric(Map<String, Metric> metrics, String measure) {
        return Optional.ofNullable(metrics.get(measure)).map(Metric::value);
    }

    private static JmhResult result(String name, Mode mode, double value) {
        return JmhResult.ofOne(JmhJson.caseName(name, Map.of()), mode, value);
    }
}
