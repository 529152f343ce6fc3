package dev.clnrm.bench.cli;

import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.config.Nearest;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Format;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.runs.RunFolder;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a side of a comparison can be: a baseline's name, a run folder, a result file of JMH, or the id of a run.
 *
 * @param baselines the project's baselines
 * @param runs where the project's runs are kept
 * @param wanted which metrics beside the time are read of a result file of JMH
 */
record Sources(Baselines baselines, Path runs, Predicate<String> wanted) {
    /** Those of the project with this file. */
    static Sources of(Path file) {
        return new Sources(Project.baselines(file), Project.runs(file), Sources::isShown);
    }

    /** What is compared, and all that people are shown beside it: to read what the collector did takes longer than all the rest. */
    private static boolean isShown(String metric) {
        return metric.equals(ForkSamples.ALLOCATION) || Secondary.kind(metric) != Secondary.Kind.DETAIL;
    }

    /** The same for a format: programs get every metric there is. */
    Sources printing(Format format) {
        return format == Format.JSON ? new Sources(baselines, runs, metric -> true) : this;
    }

    /**
     * Reads a side.
     *
     * @param word what somebody called it
     * @throws UserException if it is nothing that can be compared
     * @throws FileException if it cannot be read
     */
    Side read(String word) {
        Optional<Path> baseline = baselines.find(word);
        if (baseline.isPresent()) {
            return ofRun(word, baseline.get());
        }
        Path path;
        try {
            path = Path.of(word);
        } catch (InvalidPathException e) {
            throw unknown(word);
        }
        if (Files.isDirectory(path)) {
            if (Files.exists(path.resolve("run.json"))) {
                return ofRun(word, path);
            }
            throw new UserException(
                    "`" + word + "` is a folder that holds no run: it has no run.json",
                    "a run folder is what `clnrm-bench run` keeps in " + RunFolder.RUNS);
        }
        if (Files.exists(path)) {
            return Side.of(word, JmhJson.read(path, wanted));
        }
        if (Baselines.allows(word) && Files.exists(runs.resolve(word).resolve("run.json"))) {
            return ofRun(word, runs.resolve(word));
        }
        throw unknown(word);
    }

    /** Reads both at once, each on a processor of its own; a fault of the base is told first. */
    Pair both(String base, String head) {
        FutureTask<Side> second = new FutureTask<>(() -> BadFile.unless(() -> read(head)));
        Thread reader = new Thread(second, "head");
        reader.setDaemon(true);
        reader.start();
        Side first = BadFile.unless(() -> read(base));
        try {
            return Pair.of(first, second.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether a word is a jar. */
    static boolean isJar(String word) {
        return word.endsWith(".jar") && isFile(word);
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether something of that name was measured before. */
    boolean isThere(String word) {
        try {
            return !isJar(word)
                    && (baselines.find(word).isPresent()
                            || Files.exists(Path.of(word))
                            || (Baselines.allows(word)
                                    && Files.exists(runs.resolve(word).resolve("run.json"))));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether a word names what is measured now: a jar, or a revision where nothing measured has its name. */
    boolean isMeasuredNow(String word) {
        if (isJar(word)) {
            return true;
        }
        return !isThere(word) && whyNoRevision(word).isEmpty();
    }

    /** Why a word names no revision; empty where it names one. */
    Optional<CheckoutException> whyNoRevision(String word) {
        Path directory =
                Objects.requireNonNull(runs.toAbsolutePath().normalize().getParent());
        Path project = Objects.requireNonNull(directory.getParent());
        try {
            Commit found = Repository.at(project, Map.of("PATH", String.valueOf(System.getenv("PATH"))))
                    .resolve(word);
            return found.hash().isEmpty()
                    ? Optional.of(new CheckoutException("unknown revision `" + word + "`", ""))
                    : Optional.empty();
        } catch (CheckoutException e) {
            return Optional.of(e);
        }
    }

    /** The folder of a baseline that must be there. */
    void mustHave(String baseline) {
        if (baselines.find(baseline).isEmpty()) {
            List<String> names = baselines.names();
            throw new UserException(
                    "there is no baseline `" + baseline + "`",
                    names.isEmpty()
                            ? "keep one by `clnrm-bench run --save-baseline "
                                    + (Baselines.allows(baseline) ? baseline : "NAME") + "`"
                            : near(baseline, names).orElse("the baselines are " + String.join(", ", names)));
        }
    }

    private UserException unknown(String word) {
        List<String> names = new ArrayList<>(baselines.names());
        List<String> all = new ArrayList<>(names);
        all.addAll(ids());
        all.addAll(beside(word));
        String help = near(word, all)
                .orElse(
                        names.isEmpty()
                                ? "there are no baselines yet; `clnrm-bench run --save-baseline NAME` keeps one"
                                : "the baselines are " + String.join(", ", names));
        return new UserException("`" + word + "` is neither a baseline, nor a run, nor a result file of JMH", help);
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
        try {
            Path path = Path.of(word);
            Path parent = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
            return list(parent.toString().isEmpty() ? Path.of(".") : parent)
                    .map(found -> parent.resolve(found.getFileName()).toString())
                    .toList();
        } catch (InvalidPathException e) {
            return List.of();
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().limit(1000).toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    /** The folder of the run somebody called so; empty for a result file of JMH and for what is not there. */
    Optional<Path> folder(String word) {
        Optional<Path> baseline = baselines.find(word);
        if (baseline.isPresent()) {
            return baseline;
        }
        try {
            return Stream.of(Path.of(word), runs.resolve(word))
                    .filter(folder -> Files.exists(folder.resolve("run.json")))
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What the run somebody called so says its code declared; nothing of a result file of JMH. */
    DeclaredRules promised(String word) {
        return folder(word)
                .map(folder -> BadFile.unless(() -> RunFolder.read(folder).rules()))
                .orElse(DeclaredRules.NONE);
    }

    /** The cases that the runs among these say were declared, measured or not; a result file says nothing of any. */
    Set<CaseName> declared(List<String> words) {
        Set<CaseName> names = new LinkedHashSet<>();
        for (String word : words) {
            names.addAll(Unmatched.declared(promised(word)));
        }
        return names;
    }

    private static Side ofRun(String label, Path folder) {
        return StoredRun.read(folder).head(label);
    }
}
