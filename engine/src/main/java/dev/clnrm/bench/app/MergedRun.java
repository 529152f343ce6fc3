package dev.clnrm.bench.app;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Merges the separately measured parts of one run. */
public final class MergedRun {
    private MergedRun() {}

    /** A part of a run, with its number if its manifest has one. */
    private record Part(Path folder, RunManifest run, List<JournalEntry> forks) {
        static Part read(Path folder) {
            return new Part(
                    folder,
                    RunFolder.read(folder),
                    Journal.read(RunFolder.samples(folder)).records());
        }

        Optional<Shard> shard() {
            return run.request().shard().flatMap(Shard::ofWord);
        }
    }

    /**
     * Writes a new run.
     *
     * @param folders the folders of the parts
     * @throws UserException if they are not the parts of one run, or if a part is missing
     */
    public static void write(List<Path> folders, Path out) {
        List<Part> parts = folders.stream().map(Part::read).toList();
        checkNumbers(parts);
        same(parts, "sides", part -> part.run.code().sides());
        same(parts, "file", part -> part.run.request().file());
        noneTwice(parts);
        MergedManifest merged = new MergedManifest(parts.stream()
                .sorted(Comparator.comparingInt(
                        part -> part.shard().map(Shard::number).orElse(0)))
                .map(Part::run)
                .toList());
        try (RunFolder whole = RunFolder.createAt(out, merged.begin());
                Journal journal = whole.journal()) {
            parts.forEach(part -> part.forks.forEach(journal::append));
            JmhJson.write(
                    whole.jmhResult(),
                    parts.stream()
                            .map(part -> part.folder.resolve("jmh-result.json"))
                            .filter(Files::exists)
                            .flatMap(file -> JmhJson.read(file).stream())
                            .toList());
            whole.end(merged.ended(whole.manifest()));
            Summaries.ALL.keep(out);
        }
    }

    /** Checks that no part is missing, because a case that was not measured must not pass. */
    private static void checkNumbers(List<Part> parts) {
        Part first = parts.get(0);
        Optional<Integer> whole = first.shard().map(Shard::of);
        Map<Integer, Path> found = new HashMap<>();
        for (Part part : parts) {
            Optional<Shard> shard = part.shard();
            if (!shard.map(Shard::of).equals(whole)) {
                throw new UserException(
                        part.folder + " and " + first.folder + " were not measured with the same N of --shard I/N",
                        "merge all parts of one run, from 1/N to N/N");
            }
            int number = shard.map(Shard::number).orElse(-found.size());
            Path before = found.putIfAbsent(number, part.folder);
            if (before != null) {
                throw new UserException(
                        before + " and " + part.folder + " are both part " + number, "name each part once");
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

    private static void same(List<Part> parts, String what, Function<Part, Object> aspect) {
        Part first = parts.get(0);
        for (Part part : parts) {
            if (!aspect.apply(first).equals(aspect.apply(part))) {
                throw new UserException(
                        part.folder + " and " + first.folder + " are not parts of one run: their `" + what + "` differ",
                        "merge parts that --shard measured of the same commits with the same file");
            }
        }
    }

    private static void noneTwice(List<Part> parts) {
        Map<CaseName, Integer> first = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (JournalEntry fork : parts.get(i).forks) {
                Integer before = first.putIfAbsent(fork.name(), i);
                if (before != null && before != i) {
                    throw new UserException(
                            parts.get(before).folder + " and " + parts.get(i).folder + " both measured " + fork.name(),
                            "each case belongs to one part: name each part once");
                }
            }
        }
    }
}
