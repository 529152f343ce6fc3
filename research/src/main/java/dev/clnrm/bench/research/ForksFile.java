package dev.clnrm.bench.research;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.Values;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads {@code forks-*.csv.gz}: {@code "project#benchmark#parameters",fork,it0,it1,…} in seconds per operation. */
public final class ForksFile {
    private ForksFile() {}

    /**
     * The benchmarks of a file, in its order.
     *
     * @throws UnreadableFileException if it cannot be read, or a line has another format
     */
    public static List<SameCode> read(Path file) throws UnreadableFileException {
        Map<String, List<Values>> forks = new LinkedHashMap<>();
        int number = 1;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                int quote = line.indexOf('"', 1);
                String[] cells = line.substring(quote + 2).split(",", -1);
                forks.computeIfAbsent(line.substring(1, quote), key -> new ArrayList<>())
                        .add(Values.of(Arrays.stream(cells, 1, cells.length).mapToDouble(Double::parseDouble)));
            }
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new UnreadableFileException(
                    new Place(file.toString(), number, 1), "this is no name in quotes, fork number and times", "");
        }
        return forks.entrySet().stream()
                .map(entry -> benchmark(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static SameCode benchmark(String name, List<Values> forks) {
        int hash = name.indexOf('#');
        return new SameCode(name.substring(0, Math.max(0, hash)), name.substring(hash + 1), forks);
    }
}
