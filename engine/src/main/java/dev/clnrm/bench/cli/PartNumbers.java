package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.runs.RunManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which part of a whole each of some runs is, if they say. */
final class PartNumbers {
    private PartNumbers() {}

    /**
     * Checks that all parts are there.
     *
     * @throws UserException if one is missing or given twice, because a case that was not measured must not pass
     */
    static void check(List<Path> parts, List<RunManifest> manifests) {
        Optional<Integer> whole = shard(manifests.get(0)).map(Shard::of);
        TreeMap<Integer, Path> found = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Path part = parts.get(i);
            Optional<Shard> shard = shard(manifests.get(i));
            if (!shard.map(Shard::of).equals(whole)) {
                throw new UserException(
                        part + " and " + parts.get(0) + " are not parts of the same whole",
                        "merge what the same --shard I/N measured");
            }
            int number = shard.map(Shard::number).orElse(-i);
            Path before = found.putIfAbsent(number, part);
            if (before != null) {
                throw new UserException(before + " and " + part + " are both part " + number, "name each part once");
            }
        }
        List<String> missing = IntStream.rangeClosed(1, whole.orElse(0))
                .filter(number -> !found.containsKey(number))
                .mapToObj(number -> number + "/" + whole.orElse(0))
                .toList();
        if (!missing.isEmpty()) {
            throw new UserException(
                    missing.stream().limit(20).collect(Collectors.joining(", ", "missing: part ", "")),
                    "merge all parts: the cases of the missing ones were not measured");
        }
    }

    /** The runs in the order of their parts. */
    static List<RunManifest> inOrder(List<RunManifest> manifests) {
        List<RunManifest> ordered = new ArrayList<>(manifests);
        ordered.sort(
                Comparator.comparingInt(run -> shard(run).map(Shard::number).orElse(0)));
        return ordered;
    }

    private static Optional<Shard> shard(RunManifest run) {
        return run.request().shard().flatMap(Shard::ofWord);
    }
}
