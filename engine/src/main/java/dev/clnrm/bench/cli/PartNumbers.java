package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.runs.RunInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which part of a whole each of some runs is, so far as they say. */
final class PartNumbers {
    private PartNumbers() {}

    /**
     * Looks whether all parts are there.
     *
     * @throws UserException if one is missing, or one is there twice: what nobody measured must not pass
     */
    static void check(List<Path> parts, List<RunInfo> infos) {
        TreeMap<Integer, Path> found = new TreeMap<>();
        for (int i = 0; i < infos.size(); i++) {
            Optional<Shard> shard = shard(infos.get(i));
            Optional<Shard> first = shard(infos.get(0));
            if (shard.isEmpty() && first.isEmpty()) {
                continue;
            }
            if (shard.isEmpty()
                    || first.isEmpty()
                    || shard.get().of() != first.get().of()) {
                throw new UserException(
                        parts.get(i) + " and " + parts.get(0) + " are not parts of the same whole",
                        "join what the same --shard I/N measured");
            }
            Path before = found.putIfAbsent(shard.get().number(), parts.get(i));
            if (before != null) {
                throw new UserException(
                        before + " and " + parts.get(i) + " are both part "
                                + shard.get().number(),
                        "name each part once");
            }
        }
        shard(infos.get(0)).ifPresent(one -> complete(found, one.of()));
    }

    private static void complete(Map<Integer, Path> found, int of) {
        List<String> missing = IntStream.rangeClosed(1, of)
                .filter(number -> !found.containsKey(number))
                .mapToObj(number -> number + "/" + of)
                .toList();
        if (!missing.isEmpty()) {
            throw new UserException(
                    missing.stream().limit(20).collect(Collectors.joining(", ", "not there: part ", "")),
                    "join all parts; the cases of the others were not measured");
        }
    }

    /** The runs in the order of their parts. */
    static List<RunInfo> inOrder(List<RunInfo> infos) {
        List<RunInfo> ordered = new ArrayList<>(infos);
        ordered.sort(
                Comparator.comparingInt(info -> shard(info).map(Shard::number).orElse(0)));
        return ordered;
    }

    private static Optional<Shard> shard(RunInfo info) {
        return info.sections().get("shard") instanceof String word ? Shard.ofWord(word) : Optional.empty();
    }
}
