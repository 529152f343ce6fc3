package dev.clnrm.bench.cli;

import dev.clnrm.bench.checkout.CheckoutException;
import dev.clnrm.bench.checkout.Repository;
import dev.clnrm.bench.declare.Nearest;
import dev.clnrm.bench.run.Fingerprint;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.store.Baselines;
import dev.clnrm.bench.store.RunFolder;
import dev.clnrm.bench.store.RunInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a side of a comparison can be: a baseline's name, a run folder, a result file of JMH, or the id of a run.
 *
 * @param baselines the project's baselines
 * @param runs where the project's runs are kept
 */
record Sources(Baselines baselines, Path runs) {

    /** Those of the project with this file. */
    static Sources of(Path file) {
        return new Sources(Project.baselines(file), Project.runs(file));
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
            return Side.of(word, JmhJson.read(path, ForkRecord.ALLOCATION::equals));
        }
        if (Baselines.allows(word) && Files.exists(runs.resolve(word).resolve("run.json"))) {
            return ofRun(word, runs.resolve(word));
        }
        throw unknown(word);
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
        if (isThere(word)) {
            return false;
        }
        try {
            Path directory =
                    Objects.requireNonNull(runs.toAbsolutePath().normalize().getParent());
            Path project = Objects.requireNonNull(directory.getParent());
            return !Repository.at(project, Map.of("PATH", String.valueOf(System.getenv("PATH"))))
                    .resolve(word)
                    .hash()
                    .isEmpty();
        } catch (CheckoutException e) {
            return false;
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

    /**
     * Both sides of a run that measured two, called as it called them; empty for a run of one side.
     *
     * @throws FileException if it cannot be read
     */
    static Optional<Pair> sides(Path folder) {
        RunInfo info = RunFolder.read(folder);
        List<ForkRecord> records = Journal.read(RunFolder.samples(folder)).records();
        if (records.stream().noneMatch(record -> record.side().equals(ForkRecord.BASE))) {
            return Optional.empty();
        }
        return Optional.of(new Pair(
                side(label(info, ForkRecord.BASE), info, records, ForkRecord.BASE),
                side(label(info, ForkRecord.HEAD), info, records, ForkRecord.HEAD)));
    }

    /** The commit of a side, as the run says. */
    static Optional<String> commit(RunInfo info, String side) {
        return info.sections().get("sides") instanceof Map<?, ?> sides
                        && sides.get(side) instanceof Map<?, ?> facts
                        && facts.get("commit") instanceof String commit
                ? Optional.of(commit)
                : Optional.empty();
    }

    private static String label(RunInfo info, String side) {
        String commit = commit(info, side)
                .map(sha -> sha.substring(0, Math.min(7, sha.length())))
                .orElse("");
        String label =
                info.sections().get("sides") instanceof Map<?, ?> sides && sides.get(side) instanceof Map<?, ?> facts
                        ? text(facts, "label")
                        : "";
        return label.isEmpty() || label.equals(commit)
                ? (commit.isEmpty() ? side : commit)
                : label + (commit.isEmpty() ? "" : " (" + commit + ")");
    }

    /** The only side of a run, or its head. */
    static Side head(Path folder) {
        return ofRun(ForkRecord.HEAD, folder);
    }

    private static Side ofRun(String label, Path folder) {
        return side(
                label,
                RunFolder.read(folder),
                Journal.read(RunFolder.samples(folder)).records(),
                ForkRecord.HEAD);
    }

    /** One side of a run. */
    static Side ofRun(String label, Path folder, String side) {
        return side(
                label,
                RunFolder.read(folder),
                Journal.read(RunFolder.samples(folder)).records(),
                side);
    }

    /** A side of a run that was read, called by its own name. */
    static Side side(RunInfo info, List<ForkRecord> all, String side) {
        return side(side, info, all, side);
    }

    private static Side side(String label, RunInfo info, List<ForkRecord> all, String side) {
        Map<String, Conditions> conditions = conditions(info, side);
        Conditions any =
                new Conditions(host(info), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        List<Measured> cases = new ArrayList<>();
        List<ForkRecord> records =
                all.stream().filter(record -> record.side().equals(side)).toList();
        for (CaseSamples samples : CaseSamples.group(records)) {
            cases.add(
                    new Measured(samples, conditions.getOrDefault(samples.name().toString(), any)));
        }
        return new Side(label, Optional.of(info.id()), cases);
    }

    private static Optional<String> host(RunInfo info) {
        return host(info.sections());
    }

    private static Optional<String> host(Map<?, ?> facts) {
        if (!(facts.get("machine") instanceof Map<?, ?> machine)) {
            return Optional.empty();
        }
        return Optional.of(new Fingerprint(
                        text(machine, "cpu"),
                        machine.get("processors") instanceof Number n ? n.intValue() : 0,
                        machine.get("memoryBytes") instanceof Number n ? n.longValue() : 0,
                        text(machine, "system"),
                        text(machine, "architecture"),
                        Boolean.TRUE.equals(machine.get("virtual")))
                .words());
    }

    /** What {@code run.json} says of each case, by its name. */
    private static Map<String, Conditions> conditions(RunInfo info, String side) {
        Optional<String> host = host(info);
        boolean ofBase = side.equals(ForkRecord.BASE) && info.sections().containsKey("baseCases");
        String section = ofBase ? "baseCases" : "cases";
        Map<String, Conditions> found = new HashMap<>();
        if (info.sections().get(section) instanceof List<?> cases) {
            for (Object one : cases) {
                if (one instanceof Map<?, ?> facts) {
                    found.put(text(facts, "name"), conditions(facts, host(facts).or(() -> host)));
                }
            }
        }
        return found;
    }

    private static Conditions conditions(Map<?, ?> facts, Optional<String> host) {
        String jdk = facts.get("jvm") instanceof Map<?, ?> jvm ? text(jvm, "version") : "";
        Optional<List<String>> flags = facts.get("jvmArgs") instanceof List<?> args
                ? Optional.of(
                        Conditions.lasting(args.stream().map(String::valueOf).toList()))
                : Optional.empty();
        return new Conditions(
                host,
                jdk.isEmpty() ? Optional.empty() : Optional.of(jdk),
                Optional.empty(),
                flags,
                Conditions.blackholes(text(facts, "jmh"), jdk));
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
