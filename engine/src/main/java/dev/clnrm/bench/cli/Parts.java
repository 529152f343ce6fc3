package dev.clnrm.bench.cli;

import dev.clnrm.bench.runs.Summing;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Parts of one run made whole. */
final class Parts {
    /** What has to be the same in all parts. */
    private static final List<String> SAME = List.of("sides", "file");

    private Parts() {}

    /**
     * Joins runs into a new one.
     *
     * @throws UserException if they are not parts of one run
     */
    static void join(List<Path> parts, Path out) {
        List<RunInfo> infos = parts.stream().map(RunFolder::read).toList();
        PartNumbers.check(parts, infos);
        for (String section : SAME) {
            for (int i = 1; i < infos.size(); i++) {
                Object first = infos.get(0).sections().getOrDefault(section, "");
                if (!first.equals(infos.get(i).sections().getOrDefault(section, ""))) {
                    throw new UserException(
                            parts.get(i) + " and " + parts.get(0) + " are no parts of one run: their `" + section
                                    + "` differ",
                            "join what --shard measured of the same commits by the same file");
                }
            }
        }
        List<List<JournalEntry>> records = parts.stream()
                .map(part -> Journal.read(RunFolder.samples(part)).records())
                .toList();
        noneTwice(parts, records);
        Instant started = infos.stream()
                .map(RunInfo::started)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        try (RunFolder whole = RunFolder.createAt(out, started, MergedSections.of(parts, infos));
                Journal journal = whole.journal()) {
            records.forEach(some -> some.forEach(journal::append));
            List<JmhResult> results = new ArrayList<>();
            parts.stream()
                    .map(part -> part.resolve("jmh-result.json"))
                    .filter(Files::exists)
                    .forEach(file -> results.addAll(JmhJson.read(file)));
            JmhJson.write(whole.jmhResult(), results);
            boolean all = infos.stream().allMatch(info -> info.state() == RunInfo.State.FINISHED);
            Instant ended = infos.stream()
                    .flatMap(info -> info.ended().stream())
                    .max(Comparator.naturalOrder())
                    .orElse(started);
            whole.end(all ? RunInfo.State.FINISHED : RunInfo.State.INTERRUPTED, ended);
            Summing.keep(out);
        }
    }

    private static void noneTwice(List<Path> parts, List<List<JournalEntry>> records) {
        Map<CaseName, Integer> first = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (JournalEntry record : records.get(i)) {
                int before = first.computeIfAbsent(record.name(), name -> -1);
                if (before >= 0 && before != i) {
                    throw new UserException(
                            parts.get(before) + " and " + parts.get(i) + " both measured " + record.name(),
                            "each case is in one part; name each part once");
                }
                first.put(record.name(), i);
            }
        }
    }
}
