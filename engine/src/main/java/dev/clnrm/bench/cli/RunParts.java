package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Joins the parts of one run. */
final class RunParts {
    private RunParts() {}

    /**
     * Joins runs into a new one.
     *
     * @throws UserException if they are not parts of one run
     */
    static void join(List<Path> parts, Path out) {
        List<RunManifest> manifests = parts.stream().map(RunFolder::read).toList();
        PartNumbers.check(parts, manifests);
        same(parts, manifests, "sides", part -> part.code().sides());
        same(parts, manifests, "file", part -> part.request().file());
        List<List<JournalEntry>> forks = parts.stream()
                .map(part -> Journal.read(RunFolder.samples(part)).records())
                .toList();
        noneTwice(parts, forks);
        MergedManifest merged = new MergedManifest(PartNumbers.inOrder(manifests));
        Instant started = manifests.stream()
                .map(RunManifest::started)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        try (RunFolder whole = RunFolder.createAt(out, merged.begin(started));
                Journal journal = whole.journal()) {
            forks.forEach(some -> some.forEach(journal::append));
            List<JmhResult> results = new ArrayList<>();
            parts.stream()
                    .map(part -> part.resolve("jmh-result.json"))
                    .filter(Files::exists)
                    .forEach(file -> results.addAll(JmhJson.read(file)));
            JmhJson.write(whole.jmhResult(), results);
            boolean all = manifests.stream().allMatch(RunManifest::finished);
            Instant ended = manifests.stream()
                    .flatMap(part -> part.ended().stream())
                    .max(Comparator.naturalOrder())
                    .orElse(started);
            whole.end(whole.manifest()
                    .ended(all ? RunManifest.State.FINISHED : RunManifest.State.INTERRUPTED, merged.end(), ended));
            Summaries.ALL.keep(out);
        }
    }

    private static void same(
            List<Path> parts, List<RunManifest> manifests, String what, Function<RunManifest, Object> aspect) {
        for (int i = 1; i < parts.size(); i++) {
            if (!aspect.apply(manifests.get(0)).equals(aspect.apply(manifests.get(i)))) {
                throw new UserException(
                        parts.get(i) + " and " + parts.get(0) + " are not parts of one run: their `" + what
                                + "` differ",
                        "merge parts that --shard measured of the same commits with the same file");
            }
        }
    }

    private static void noneTwice(List<Path> parts, List<List<JournalEntry>> forks) {
        Map<CaseName, Integer> first = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (JournalEntry fork : forks.get(i)) {
                int before = first.computeIfAbsent(fork.name(), name -> -1);
                if (before >= 0 && before != i) {
                    throw new UserException(
                            parts.get(before) + " and " + parts.get(i) + " both measured " + fork.name(),
                            "each case belongs to one part: name each part once");
                }
                first.put(fork.name(), i);
            }
        }
    }
}
