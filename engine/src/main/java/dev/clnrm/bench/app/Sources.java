package dev.clnrm.bench.app;

import dev.clnrm.bench.config.Nearest;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.os.Listing;
import dev.clnrm.bench.report.format.Format;
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
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the side of a comparison from a word: the name of a baseline, a run folder, a JMH result file, or the id of a run.
 *
 * @param store the store of the project's runs and baselines
 * @param runs the local folder of the project's runs
 * @param wanted which further metrics are read from a JMH result file
 */
public record Sources(RunStore store, Path runs, Predicate<String> wanted) {
    public static Sources of(Path file) {
        return new Sources(Project.store(file), Project.runs(file), Sources::isShown);
    }

    /** A copy with the runs and baselines of another store. */
    public Sources with(RunStore other) {
        return new Sources(other, runs, wanted);
    }

    /**
     * Whether a metric is compared or shown. The details of the garbage collector are omitted, because they take longer to read than
     * everything else.
     */
    private static boolean isShown(String metric) {
        return metric.equals(ForkSamples.ALLOCATION) || Secondary.kind(metric) != Secondary.Kind.DETAIL;
    }

    /** A copy for an output format. JSON gets every metric. */
    public Sources printing(Format format) {
        return format == Format.JSON ? new Sources(store, runs, metric -> true) : this;
    }

    /**
     * Reads a side.
     *
     * @param word the word of the command line
     * @throws UserException if the word names nothing that can be compared
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
     * @param word the word of the command line
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

    /** Reads both sides at the same time, each on its own processor. If both fail, the fault of the base is reported. */
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
     * A baseline of several platforms: the one of the head's platform, or else the one saved last. Its label names the platform. Empty
     * if the word is no such baseline.
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

    /** Whether a word names a stored result. */
    public boolean isThere(String word) {
        return !isJar(word)
                && (folder(word).isPresent() || path(word).filter(Files::exists).isPresent());
    }

    /** Whether a word names something to measure now: a jar, or a revision if no stored result has that name. */
    public boolean isMeasuredNow(String word) {
        if (isJar(word)) {
            return true;
        }
        return !isThere(word) && whyNoRevision(word).isEmpty();
    }

    /** The reason why a word names no revision; empty if it names one. */
    public Optional<CheckoutException> whyNoRevision(String word) {
        Path project = runs.toAbsolutePath().resolve("../..").normalize();
        try {
            Repository.at(project, Map.of("PATH", String.valueOf(System.getenv("PATH"))))
                    .resolve(word);
            return Optional.empty();
        } catch (CheckoutException e) {
            return Optional.of(e);
        }
    }

    /** Checks that a baseline exists. */
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

    /** The files in the folder of a path that was not found, with names in the same form. */
    private static List<String> beside(String word) {
        Path parent = path(word)
                .flatMap(path -> Optional.ofNullable(path.getParent()))
                .orElse(Path.of(""));
        return list(parent.toString().isEmpty() ? Path.of(".") : parent)
                .map(found -> parent.resolve(found.getFileName()).toString())
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        return Listing.of(folder).stream().sorted().limit(1000);
    }

    /** The folder of the run that a word names; empty for a JMH result file or if there is no such run. */
    Optional<Path> folder(String word) {
        Stream<Path> id = Baselines.allows(word) ? Stream.of(runs.resolve(word)) : Stream.of();
        return store.baseline(word)
                .or(() -> Stream.concat(path(word).stream(), id)
                        .filter(folder -> Files.exists(folder.resolve("run.json")))
                        .findFirst())
                .or(() -> store.find(word));
    }

    /** The declared cases of the runs among these words, measured or not. A result file names no declared cases. */
    Set<CaseName> declared(List<String> words) {
        Set<CaseName> names = new LinkedHashSet<>();
        words.stream()
                .flatMap(word -> folder(word).stream())
                .map(folder -> BadFile.unless(() -> RunFolder.read(folder)))
                .forEach(run -> names.addAll(Unmatched.declared(run.rules())));
        return names;
    }
}
