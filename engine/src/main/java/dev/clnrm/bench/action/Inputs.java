package dev.clnrm.bench.action;

import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.judge.Selection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The inputs of the step. GitHub hands {@code budgets-file} over as the variable {@code INPUT_BUDGETS-FILE}; if nothing was said it is
 * empty.
 *
 * @param environment the variables of the process
 */
record Inputs(Map<String, String> environment) {
    private static final List<String> TRUE = List.of("true", "false");

    Inputs {
        environment = Map.copyOf(environment);
    }

    /** What was said, or else what stands for it. */
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
        String word = text(name, "false");
        if (!TRUE.contains(word)) {
            throw new UserException("input `" + name + "` is `" + word + "`", "use true or false");
        }
        return word.equals("true");
    }

    Mode mode() {
        return Mode.of(text("mode", "all"));
    }

    Optional<FailOn> failOn() {
        return text("fail-on").map(word -> Arrays.stream(FailOn.values())
                .filter(choice -> choice.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "input `fail-on` is `" + word + "`",
                        "there are "
                                + Arrays.stream(FailOn.values())
                                        .map(FailOn::word)
                                        .collect(Collectors.joining(", ")))));
    }

    String budgets() {
        return path("budgets-file", "budgets.yaml");
    }

    /** A file or folder of the workspace. */
    String path(String name, String otherwise) {
        String path = text(name, otherwise);
        if (path.startsWith("/") || Arrays.asList(path.split("[/\\\\]", -1)).contains("..")) {
            throw new UserException("input `" + name + "` is `" + path + "`", "use a path inside the workspace");
        }
        return path;
    }

    String key() {
        String key = text("key", "main");
        if (!key.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new UserException("input `key` is `" + key + "`", "use letters, digits, `.`, `_` and `-`");
        }
        return key;
    }

    String token() {
        return text("github-token", "");
    }

    /** What of the project is measured. */
    Selection selection() {
        return new Selection(
                many("suites").toList(), many("filter").toList(), text("shard").isPresent());
    }

    /** The words of the command line that the inputs stand for. */
    List<String> words() {
        Stream<String> lists =
                Stream.concat(many("suites").flatMap(suite -> Stream.of("--suite", suite)), many("filter"));
        Stream<String> depth =
                switch (text("depth", "normal")) {
                    case "normal" -> Stream.of();
                    case "quick" -> Stream.of("--quick");
                    case "full" -> Stream.of("--full");
                    default ->
                        throw new UserException(
                                "input `depth` is `" + text("depth", "") + "`", "use quick, normal or full");
                };
        Stream<String> options = Stream.of("forks", "time-budget", "seed", "shard")
                .flatMap(name -> text(name).stream().flatMap(value -> Stream.of("--" + name, value)));
        Stream<String> java = text("java-version").stream().flatMap(version -> Stream.of("--java", version));
        Stream<String> fail = truth("fail-on-inconclusive") ? Stream.of("--fail-on-inconclusive") : Stream.of();
        return Stream.of(lists, depth, options, java, fail)
                .flatMap(words -> words)
                .toList();
    }

    private Stream<String> many(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s,]+", -1)))
                .filter(word -> !word.isEmpty());
    }
}
