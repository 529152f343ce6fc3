package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The history in the file {@code data.js} of github-action-benchmark: one value per case and commit. The file contains neither
 * the number of forks of a value nor its machine. Several groups are usually several machines or platforms, so the name of its group
 * stands for the machine.
 *
 * @param runs in the order of the file
 * @param omitted the units of omitted values, which are neither times nor rates
 * @param missing the number of results without a value
 */
public record DataJs(List<DatedResults> runs, Set<String> omitted, int missing) {
    private static final String START = "window.BENCHMARK_DATA";

    private static final String HELP =
            "a data.js is the history file of github-action-benchmark: " + START + " = {\"entries\": …}";

    /** The form in which it writes a JMH case with parameters. */
    private static final Pattern WITH_PARAMS = Pattern.compile("(.*) \\( (\\{.*\\}) \\)");

    /** The units of an operation in other tools. */
    private static final Pattern OPERATION = Pattern.compile("/(iter|op)$|^(?=ns$|us$|µs$|ms$|s$)");

    public DataJs {
        runs = List.copyOf(runs);
        omitted = Set.copyOf(omitted);
    }

    private record Document(Map<String, List<Entry>> entries) {}

    private record Entry(Optional<Commit> commit, long date, List<Bench> benches) {}

    private record Commit(String id) {}

    private record Bench(String name, Optional<Double> value, String unit) {}

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException with the position, if it is not one
     */
    public static DataJs read(Path file) {
        Document document;
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (text.startsWith(START)) {
                // The line breaks before the brace stay, so that positions in messages stay correct.
                text = text.substring(text.indexOf('=') + 1);
            }
            document = JsonFiles.MAPPER.readValue(
                    text.endsWith(";") ? text.substring(0, text.length() - 1) : text, Document.class);
        } catch (JsonProcessingException e) {
            throw JsonFiles.unreadable(file, e, HELP);
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
        List<DatedResults> runs = new ArrayList<>();
        Set<String> omitted = new TreeSet<>();
        int missing = 0;
        boolean several = document.entries().size() > 1;
        for (Map.Entry<String, List<Entry>> group : document.entries().entrySet()) {
            for (Entry entry : group.getValue()) {
                List<JmhResult> results = new ArrayList<>();
                for (Bench bench : entry.benches()) {
                    Optional<JmhUnit> unit = unit(bench);
                    if (unit.isEmpty()) {
                        omitted.add(bench.unit());
                    } else if (BencherJson.isTime(bench.value())) {
                        results.add(result(bench, unit.get()));
                    } else {
                        missing++;
                    }
                }
                if (!results.isEmpty()) {
                    runs.add(new DatedResults(
                            Instant.ofEpochMilli(entry.date()),
                            entry.commit().map(Commit::id),
                            several ? Optional.of(group.getKey()) : Optional.empty(),
                            results));
                }
            }
        }
        return new DataJs(runs, omitted, missing);
    }

    private static Optional<JmhUnit> unit(Bench bench) {
        Matcher operation = OPERATION.matcher(bench.unit());
        return JmhUnit.of(
                operation.find() && !bench.unit().startsWith("ops/")
                        ? bench.unit().replaceFirst("/iter$|/op$", "") + "/op"
                        : bench.unit());
    }

    private static JmhResult result(Bench bench, JmhUnit unit) {
        return JmhResult.ofOne(
                name(bench.name()),
                unit.rate() ? Mode.THROUGHPUT : Mode.AVERAGE,
                unit.toBase(bench.value().orElseThrow()));
    }

    private static CaseName name(String text) {
        Matcher params = WITH_PARAMS.matcher(text);
        if (params.matches()) {
            try {
                return JmhJson.caseName(
                        params.group(1),
                        JsonFiles.MAPPER.readValue(params.group(2), new TypeReference<Map<String, String>>() {}));
            } catch (JsonProcessingException e) {
                return JmhJson.caseName(text, Map.of());
            }
        }
        return JmhJson.caseName(text, Map.of());
    }
}
