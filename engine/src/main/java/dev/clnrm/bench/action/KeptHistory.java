package dev.clnrm.bench.action;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Earlier runs in a folder of the workspace. They are moved out of reach before the measurement and put back after it. So changes to the
 * folder by the code under test have no effect.
 *
 * @param workspace the repository
 * @param folder the folder of the runs, relative to the workspace
 * @param copy a folder that the code under test cannot reach, for the time of the measurement
 */
record KeptHistory(Path workspace, String folder, Path copy) {
    /** The most runs: more than one for each working day in five years. Older ones are deleted. */
    static final int MOST_RUNS = 1000;

    /** The files of a run that are copied, with their largest sizes in bytes. */
    private static final Map<String, Long> FILES =
            Map.of("run.json", 16L << 20, "samples.ndjson", 128L << 20, Summaries.FILE, 64L << 20);

    /** Copies the runs of the folder, which may be empty or missing. */
    static KeptHistory taken(Path workspace, String folder, Path copy) throws IOException {
        KeptHistory history = new KeptHistory(workspace, folder, copy);
        Path name = Path.of(folder).normalize();
        Path from = workspace.resolve(name);
        if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            history.refuseLink(name);
            for (Path run : list(from)) {
                if (!Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS)
                        || !Files.isRegularFile(run.resolve("run.json"), LinkOption.NOFOLLOW_LINKS)) {
                    throw new UserException(
                            "input `history` is `" + folder + "`, which holds `" + run.getFileName()
                                    + "`, which is not a run",
                            "use a folder that holds only runs");
                }
                history.copied(run, copy.resolve(run.getFileName().toString()));
            }
        }
        return history;
    }

    /** Copies a run, except links and files that are too large. If a file is then missing, the reader of the run reports it. */
    private void copied(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (Map.Entry<String, Long> kept : FILES.entrySet()) {
            Path file = from.resolve(kept.getKey());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= kept.getValue()) {
                Files.copy(
                        file, to.resolve(kept.getKey()), LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** The runs in the folder out of reach. */
    RunStore runs() {
        return RunStore.in(copy);
    }

    /**
     * Replaces the content of the folder with the newest runs and returns the folder. A job can be cancelled and a disk can be full at any
     * time, so the runs are copied to a folder beside it first.
     */
    Path put() throws IOException {
        List<Path> all = list(copy);
        all.subList(0, Math.max(0, all.size() - MOST_RUNS)).forEach(Scratch::delete);
        Path name = Path.of(folder).normalize();
        Path into = workspace.resolve(name);
        Path fresh = into.resolveSibling("." + into.getFileName() + ".new");
        Path old = into.resolveSibling("." + into.getFileName() + ".old");
        Files.createDirectories(into.resolveSibling(""));
        refuseLink(name.resolveSibling(""));
        try {
            Scratch.delete(fresh);
            Files.createDirectory(fresh);
            for (Path run : list(copy)) {
                copied(run, fresh.resolve(run.getFileName().toString()));
            }
            Scratch.delete(old);
            if (Files.exists(into, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(into, old);
            }
            Files.move(fresh, into);
        } finally {
            Scratch.delete(fresh);
        }
        Scratch.delete(old);
        return into;
    }

    private void refuseLink(Path name) throws IOException {
        Path path = workspace.resolve(name);
        if (!path.toRealPath().equals(workspace.toRealPath().resolve(name))) {
            throw new UnreadableFileException(path, "is a link", "the history is a folder of the workspace");
        }
    }

    /** The entries of a folder by name, which starts with the time. */
    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return new ArrayList<>(entries.sorted().toList());
        }
    }
}
