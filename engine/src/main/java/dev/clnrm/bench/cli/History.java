package dev.clnrm.bench.cli;

import dev.clnrm.bench.render.html.Past;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.store.RunFolder;
import dev.clnrm.bench.store.RunInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs of other times that measured the same on the same machine: what was measured on another says nothing of a change.
 *
 * @param reported what is shown
 * @param confidence of intervals
 */
record History(Reported reported, double confidence) {
    /** The latest are shown: more are not told apart on a page, and each is read whole. */
    private static final int MOST = 60;

    private record Found(Path folder, RunInfo info) {}

    /** The runs in a folder of runs, the earliest first, with the one shown among them; empty where that would be alone. */
    List<Past> in(Path runs) {
        List<Past> all = new ArrayList<>();
        for (Found found : found(runs)) {
            read(found).ifPresent(all::add);
        }
        if (all.isEmpty()) {
            return List.of();
        }
        Instant started = reported.run().map(RunInfo::started).orElseGet(Instant::now);
        all.add(Past.of(reported.head().label(), started, Reported.samples(reported.head()), confidence));
        all.sort(Comparator.comparing(Past::started));
        return all;
    }

    private List<Found> found(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(entry -> Files.exists(entry.resolve("run.json")))
                    .flatMap(entry -> info(entry).stream().map(info -> new Found(entry, info)))
                    .filter(found -> found.info.state() == RunInfo.State.FINISHED)
                    .filter(found -> reported.run()
                            .filter(own -> own.id().equals(found.info.id()))
                            .isEmpty())
                    .sorted(Comparator.<Found, Instant>comparing(found -> found.info.started())
                            .reversed())
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<RunInfo> info(Path folder) {
        try {
            return Optional.of(RunFolder.read(folder));
        } catch (FileException e) {
            return Optional.empty();
        }
    }

    /** A run that cannot be read is none of the history's. */
    private Optional<Past> read(Found found) {
        try {
            Side side =
                    KeptRun.read(found.folder).head(found.folder.getFileName().toString());
            Set<CaseKey> shown =
                    Reported.samples(reported.head()).stream().map(CaseKey::of).collect(Collectors.toSet());
            Set<Optional<String>> hosts = hosts(reported.head());
            List<CaseSamples> same = side.cases().stream()
                    .filter(one -> hosts.contains(one.conditions().host()))
                    .map(Measured::samples)
                    .filter(one -> shown.contains(CaseKey.of(one)))
                    .toList();
            return same.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Past.of(side.label(), found.info.started(), same, confidence));
        } catch (FileException e) {
            return Optional.empty();
        }
    }

    private static Set<Optional<String>> hosts(Side side) {
        return side.cases().stream()
                .map(Measured::conditions)
                .map(Conditions::host)
                .collect(Collectors.toSet());
    }
}
