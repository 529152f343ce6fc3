package dev.clnrm.bench.app;

import dev.clnrm.bench.config.Nearest;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Format;
import dev.clnrm.bench.runs.BaselineNames;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.PlatformNames;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a side of a comparison can be: a baseline's name, a run folder, a result file of JMH, or the id of a run.
 *
 * @param store the project's runs and baselines, in its own folder or elsewhere
 * @param runs where the project's runs are kept on this machine
 * @param wanted which metrics beside the time are read of a result file of JMH
 */
public record Sources(RunStore store, Path runs, Predicate<String> wanted) {
    /** Those of the project with this file. */
    public static Sources of(Path file) {
        return new Sources(Project.store(file), Project.runs(file), Sources::isShown);
    }

    /** The same with runs and baselines of another store. */
    public Sources with(RunStore other) {
        return new Sources(other, runs, wanted);
    }

    /** What is compared, and all that people are shown beside it: to read what the collector did takes longer than all the rest. */
    private static boolean isShown(String metric) {
        return metric.equals(ForkSamples.ALLOCATION) || Secondary.kind(metric) != Secondary.Kind.DETAIL;
    }

    /** The same for a format: programs get every metric there is. */
    public Sources printing(Format format) {
        return format == Format.JSON ? new Sources(store, runs, metric -> true) : this;
    }

    /**
     * Reads a side.
     *
     * @param word what somebody called it
     * @throws UserException if it is nothing that can be compared
     * @throws FileException if it cannot be read
     */
    Side read(String word) {
        Optional<Path> run = folder(word);
        if (run.isPresent()) {
            return StoredRun.read(run.get()).head(word);
        }
        Path path = path(word).filter(Files::exists).orElseThrow(() -> unknown(word));
        if (Files.isDirectory(path)) {
            throw folderOfNoRun(word);
        }
        return Side.of(word, JmhJson.read(path, wanted));
    }

    /**
     * The folder of a run.
     *
     * @param word what somebody called it
     * @throws UserException if there is none
     */
    public Path run(String word) {
        return folder(word).orElseThrow(() -> {
            if (path(word).filter(Files::isRegularFile).isPresent()) {
                return new UserException(
                        "`" + word + "` is a file, not a run", "`clnrm-bench compare` and `report` read result files");
            }
            return isThere(word) ? folderOfNoRun(word) : unknown(word);
        });
    }

    private static UserException folderOfNoRun(String word) {
        return new UserException(
                "`" + word + "` is a folder without run.json, so it is not a run",
                "`clnrm-bench run` writes run folders to " + RunFolder.RUNS);
    }

    /** Reads both at once, each on a processor of its own; a fault of the base is told first. */
    Pair both(String base, String head) {
        CompletableFuture<Side> second = CompletableFuture.supplyAsync(() -> BadFile.unless(() -> read(head)));
        Side first = BadFile.unless(() -> onPlatformOf(head, base).orElseGet(() -> read(base)));
        try {
            return Pair.of(first, second.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    /**
     * A baseline of several platforms: that of the head's platform, else the one saved last. Its label says which it is. Empty if the word is no such
     * baseline.
     */
    private Optional<Side> onPlatformOf(String head, String baseline) {
        List<String> names = store.baselines();
        if (BaselineNames.platforms(baseline, names) < 2) {
            return Optional.empty();
        }
        return folder(head)
                .map(folder -> BaselineNames.of(baseline, RunFolder.read(folder)))
                .filter(names::contains)
                .or(() -> Optional.of(baseline))
                .flatMap(store::baseline)
                .map(StoredRun::read)
                .map(run -> run.head(baseline + " on " + PlatformNames.whole(run.manifest())));
    }

    /** Whether a word is a jar. */
    public static boolean isJar(String word) {
        return word.endsWith(".jar") && path(word).filter(Files::isRegularFile).isPresent();
    }

    /** The word as a path; empty if it cannot be one. */
    private static Optional<Path> path(String word) {
        try {
            return Optional.of(Path.of(word));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether a word names something that was measured before. */
    public boolean isThere(String word) {
        return !isJar(word)
                && (folder(word).isPresent() || path(word).filter(Files::exists).isPresent());
    }

    /** Whether a word names what is measured now: a jar, or a revision where nothing measured has its name. */
    public boolean isMeasuredNow(String word) {
        if (isJar(word)) {
            return true;
        }
        return !isThere(word) && whyNoRevision(word).isEmpty();
    }

    /** Why a word names no revision; empty if it names one. */
    public Optional<CheckoutException> whyNoRevision(String word) {
        Path directory =
                Objects.requireNonNull(runs.toAbsolutePath().normalize().getParent());
        Path project = Objects.requireNonNull(directory.getParent());
        try {
            Repository.at(project, Map.of("PATH", String.valueOf(System.getenv("PATH"))))
                    .resolve(word);
            return Optional.empty();
        } catch (CheckoutException e) {
            return Optional.of(e);
        }
    }

    /** The folder of a baseline that must be there. */
    public void mustHave(String baseline) {
        if (store.baseline(baseline).isEmpty()) {
            List<String> names = BaselineNames.plain(store.baselines());
            throw new UserException(
                    "there is no baseline `" + baseline + "`",
                    names.isEmpty()
                            ? "save one with `clnrm-bench run --save-baseline "
                                    + (Baselines.allows(baseline) ? baseline : "NAME") + "`"
                            : near(baseline, names).orElse("the baselines are " + String.join(", ", names)));
        }
    }

    private UserException unknown(String word) {
        List<String> names = BaselineNames.plain(store.baselines());
        List<String> all = new ArrayList<>(names);
        all.addAll(ids());
        all.addAll(beside(word));
        String help = near(word, all)
                .orElse(
                        names.isEmpty()
                                ? "there are no baselines yet; `clnrm-bench run --save-baseline NAME` saves one"
                                : "the baselines are " + String.join(", ", names));
        return new UserException("`" + word + "` is not a baseline, a run or a JMH result file", help);
    }

    private static Optional<String> near(String word, List<String> names) {
        List<String> near = Nearest.to(word, names);
        return near.isEmpty() ? Optional.empty() : Optional.of(Nearest.didYouMean(near));
    }

    private List<String> ids() {
        return list(runs).map(path -> path.getFileName().toString()).toList();
    }

    /** The files where a file of this name was looked for, called as it was. */
    private static List<String> beside(String word) {
        Path parent = path(word)
                .flatMap(path -> Optional.ofNullable(path.getParent()))
                .orElse(Path.of(""));
        return list(parent.toString().isEmpty() ? Path.of(".") : parent)
                .map(found -> parent.resolve(found.getFileName()).toString())
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().limit(1000).toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    /** The folder of the run that a word names; empty for a JMH result file and for what is not there. */
    Optional<Path> folder(String word) {
        Stream<Path> id = Baselines.allows(word) ? Stream.of(runs.resolve(word)) : Stream.of();
        return store.baseline(word)
                .or(() -> Stream.concat(path(word).stream(), id)
                        .filter(folder -> Files.exists(folder.resolve("run.json")))
                        .findFirst())
                .or(() -> store.find(word));
    }

    /** The cases that the runs among these say were declared, measured or not; a result file says nothing of any. */
    Set<CaseName> declared(List<String> words) {
        Set<CaseName> names = new LinkedHashSet<>();
        words.stream()
                .flatMap(word -> folder(word).stream())
                .map(folder -> BadFile.unless(() -> RunFolder.read(folder)))
                .forEach(run -> names.addAll(Unmatched.declared(run.rules())));
        return names;
    }
}
