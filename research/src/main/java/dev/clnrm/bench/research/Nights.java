package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ForkSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code nights.csv} ({@code night,commit,cpu,jdk,file}) and the result files of JMH that it names. */
final class Nights {
    /** The fewest nights of a series. */
    private static final int FEWEST = 20;

    private Nights() {}

    /** One value of a case. */
    private record Value(double seconds, int machine, int commit) {}

    /**
     * The cases over the nights.
     *
     * @throws UnreadableFileException if a file cannot be read
     */
    static List<MeasuredSeries> read(Path folder) {
        Map<String, List<Value>> cases = new LinkedHashMap<>();
        Map<String, Integer> machines = new LinkedHashMap<>();
        Map<String, Integer> commits = new LinkedHashMap<>();
        for (String line : lines(folder.resolve("nights.csv"))) {
            String[] cells = line.split(",", -1);
            int commit = number(commits, cells[1]);
            int machine = number(machines, cells[2] + "," + cells[3]);
            for (JmhResult result : JmhJson.read(folder.resolve(cells[cells.length - 1]))) {
                double mean = result.samples().finished().stream()
                        .mapToDouble(fork -> ForkSummary.of(fork).mean())
                        .average()
                        .orElse(Double.NaN);
                cases.computeIfAbsent(result.samples().name() + " " + result.mode(), name -> new ArrayList<>())
                        .add(new Value(mean, machine, commit));
            }
        }
        return cases.entrySet().stream()
                .filter(one -> one.getValue().size() >= FEWEST)
                .map(one -> new MeasuredSeries(
                        one.getKey(),
                        Values.of(one.getValue().stream().mapToDouble(Value::seconds)),
                        one.getValue().stream().map(Value::machine).toList(),
                        one.getValue().stream().map(Value::commit).toList()))
                .toList();
    }

    private static int number(Map<String, Integer> numbers, String text) {
        return numbers.computeIfAbsent(text, key -> numbers.size());
    }

    private static List<String> lines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
    }
}
