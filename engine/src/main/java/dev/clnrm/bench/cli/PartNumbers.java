package dev.clnrm.bench.cli;

import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.runs.RunManifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
     * @throws UserException if one is missing or there twice: what nobody measured must not pass
     */
    static void check(List<Path> parts, List<RunManifest> manifests) {
        TreeMap<Integer, Path> found = new TreeMap<>();
        for (int i = 0; i < manifests.size(); i++) {
            Optional<Shard> shard = shard(manifests.get(i));
            Optional<Shard> first = shard(manifests.get(0));
            if (shard.isEmpty() && first.isEmpty()) {
                continue;
            }
            if (shard.isEmpty()
                    || first.isEmpty()
                    || shard.get().of() != first.get().of()) {
                throw new UserException(
                        parts.get(i) + " and " + parts.get(0) + " are not parts of the same whole",
                        "merge what the same --shard I/N measured");
            }
            Path before = found.putIfAbsent(shard.get().number(), parts.get(i));
            if (before != null) {
                throw new UserException(
                        before + " and " + parts.get(i) + " are both part "
                                + shard.get().number(),
                        "name each part once");
            }
        }
        shard(manifests.get(0)).ifPresent(one -> complete(found, one.of()));
    }

    private static void complete(Map<Integer, Path> found, int of) {
        List<String> missing = IntStream.rangeClosed(1, of)
                .filter(number -> !found.containsKey(number))
                .mapToObj(number -> number + "/" + of)
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
