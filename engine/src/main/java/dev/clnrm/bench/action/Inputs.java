package dev.clnrm.bench.action;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.plan.Sha256;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inputs of the step. GitHub passes {@code budgets-file} as the variable {@code INPUT_BUDGETS-FILE}. A missing input is empty.
 *
 * @param environment the variables of the process
 */
record Inputs(Map<String, String> environment) {
    private static final String KEY = "main";
    private static final Set<String> PLATFORM = Set.of("GITHUB_JOB", "RUNNER_OS", "RUNNER_ARCH");

    Inputs {
        environment = Map.copyOf(environment);
    }

    /** The value of an input, or its default. */
    String text(String name, String otherwise) {
        String given = environment
                .getOrDefault("INPUT_" + name.toUpperCase(Locale.ROOT), "")
                .strip();
        return given.isEmpty() ? otherwise : given;
    }

    Optional<String> text(String name) {
        return Optional.of(text(name, "")).filter(text -> !text.isEmpty());
    }

    boolean truth(String name) {
        return truth(name, false);
    }

    private boolean truth(String name, boolean otherwise) {
        return oneOf(name, text(name, String.valueOf(otherwise)), List.of(true, false), String::valueOf);
    }

    private Stream<String> flag(String name, boolean otherwise) {
        return truth(name, otherwise) ? Stream.of("--" + name) : Stream.of();
    }

    Mode mode() {
        return oneOf("mode", text("mode", "all"), List.of(Mode.values()), Mode::word);
    }

    Optional<FailOn> failOn() {
        return text("fail-on").map(word -> oneOf("fail-on", word, List.of(FailOn.values()), FailOn::word));
    }

    private static <E> E oneOf(String name, String word, List<E> all, Function<E, String> words) {
        return all.stream()
                .filter(one -> words.apply(one).equals(word))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "input `" + name + "` is `" + word + "`",
                        "use one of " + all.stream().map(words).collect(Collectors.joining(", "))));
    }

    /** The revision to compare with, if the workflow names it and no comment does. */
    Optional<String> base() {
        return text("head").isPresent() ? Optional.empty() : text("base");
    }

    String budgets() {
        return path("budgets-file", "budgets.yaml");
    }

    /** A file or folder of the workspace. */
    String path(String name, String otherwise) {
        return inside(name, text(name, otherwise));
    }

    /**
     * The branch or database with earlier runs. It needs {@code mode: all}, because only that mode hides the credentials from the code
     * under test.
     */
    Optional<String> store(Mode mode) {
        Optional<String> store = text("store");
        if (store.isEmpty()) {
            return store;
        }
        if (RunStore.isFolder(store.get())) {
            throw new UserException(
                    "input `store` is `" + store.get() + "`",
                    "use `git:BRANCH` or `jdbc:URL`; a folder is given as `history`");
        }
        if (text("history").isPresent()) {
            throw new UserException("inputs `store` and `history` are both given", "leave one of them out");
        }
        if (mode != Mode.ALL) {
            throw new UserException(
                    "input `store` needs `mode: all`: elsewhere the code under test could read what writes there",
                    "use `mode: all`, or the input `history`");
        }
        return store;
    }

    private static String inside(String name, String path) {
        if (path.startsWith("/") || Arrays.asList(path.split("[/\\\\]", -1)).contains("..")) {
            throw new UserException("input `" + name + "` is `" + path + "`", "use a path inside the workspace");
        }
        return path;
    }

    /** The bundles to publish, one per line. In the last part of a path, {@code *} matches any characters. */
    List<Path> bundles(Path workspace) throws IOException {
        List<Path> bundles = new ArrayList<>();
        for (String line : text("bundle", "bundle").lines().map(String::strip).toList()) {
            Path path = workspace.resolve(inside("bundle", line));
            String name = String.valueOf(path.getFileName());
            if (name.contains("*")) {
                bundles.addAll(matching(line, path.resolveSibling(""), name));
            } else if (!line.isEmpty()) {
                bundles.add(path);
            }
        }
        return bundles;
    }

    private static List<Path> matching(String line, Path folder, String name) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> matching = Files.newDirectoryStream(folder, name)) {
                matching.forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new UserException(
                    "input `bundle`: nothing in the workspace matches `" + line + "`",
                    "download the bundles of the workflow that measured, each to a folder of its own");
        }
        return found.stream().sorted().toList();
    }

    String key() {
        String key = text("key", KEY);
        if (!key.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new UserException("input `key` is `" + key + "`", "use letters, digits, `.`, `_` and `-`");
        }
        return key;
    }

    /** What distinguishes this job from others of the workflow run: a short hash of its inputs and its platform. */
    String job() {
        Sha256 hash = new Sha256();
        environment.entrySet().stream()
                .filter(one -> one.getKey().startsWith("INPUT_") || PLATFORM.contains(one.getKey()))
                .filter(one -> !one.getKey().equals("INPUT_GITHUB-TOKEN"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> hash.add(one.getKey()).add(one.getValue()));
        return hash.hex().substring(0, 8);
    }

    /** Refuses parts of a run that would all publish under one key. */
    void mayPublish() {
        if (text("shard").isPresent() && key().equals(KEY)) {
            throw new UserException(
                    "`shard` with `mode: all` needs a `key`: the parts of a run would write the same comment and check",
                    "give each part its own `key`, or measure with `mode: run` and join the parts as docs/examples/matrix.yml"
                            + " shows");
        }
    }

    String token() {
        return text("github-token", "");
    }

    /**
     * Two commits.
     *
     * @param head the commit to measure
     * @param base the commit to compare with, or a descendant of it
     */
    record Commits(String head, String base) {}

    /** The commits that a comment asked to measure, from {@code mode: answer}. */
    Optional<Commits> commits() {
        return text("head").map(head -> new Commits(commit("head"), commit("base")));
    }

    private String commit(String name) {
        String commit = text(name, "");
        if (!commit.matches("[0-9a-f]{40,64}")) {
            throw new UserException(
                    "input `" + name + "` is `" + commit + "`",
                    "give `head` and `base` as `mode: answer` says them: full hashes of commits");
        }
        return commit;
    }

    Selection selection() {
        return new Selection(
                many("suites").toList(), many("filter").toList(), text("shard").isPresent());
    }

    /**
     * The measuring command: a comparison if there is a base, otherwise a run alone.
     *
     * @param base the revision to compare with
     * @param out the folder of the run
     */
    List<String> command(Optional<String> base, String head, String out) {
        Stream<String> command = base.isPresent()
                ? Stream.concat(
                        Stream.of("check", "--base", base.get(), "--head", head),
                        Stream.of(
                                        failOn().stream().flatMap(choice -> Stream.of("--fail-on", choice.word())),
                                        flag("affected", false),
                                        flag("explain", true))
                                .flatMap(words -> words))
                : Stream.of("run");
        // The second stage trusts samples, but not a stranger's claim that nothing changed.
        Stream<String> unchanged =
                base.isPresent() && mode() == Mode.RUN ? Stream.of("--unchanged-code", "control") : Stream.of();
        return Stream.of(command, unchanged, Stream.of("--file", budgets(), "--out", out), words().stream())
                .flatMap(words -> words)
                .toList();
    }

    /** The command line arguments for the inputs. */
    List<String> words() {
        Stream<String> lists =
                Stream.concat(many("suites").flatMap(suite -> Stream.of("--suite", suite)), many("filter"));
        String depth = oneOf("depth", text("depth", "normal"), List.of("quick", "normal", "full"), word -> word);
        Stream<String> deep = depth.equals("normal") ? Stream.of() : Stream.of("--" + depth);
        Stream<String> options = Stream.of("forks", "time-budget", "seed", "shard")
                .flatMap(name -> text(name).stream().flatMap(value -> Stream.of("--" + name, value)));
        Stream<String> java = text("java-version").stream().flatMap(version -> Stream.of("--java", version));
        return Stream.of(lists, deep, options, java, flag("fail-on-inconclusive", false))
                .flatMap(words -> words)
                .toList();
    }

    private Stream<String> many(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s,]+", -1)))
                .filter(word -> !word.isEmpty())
                .map(word -> noOption(name, word));
    }

    private static String noOption(String name, String word) {
        if (word.startsWith("-")) {
            throw new UserException(
                    "input `" + name + "` has `" + word + "`",
                    "use names or parts of names, which do not begin with `-`");
        }
        return word;
    }
}
