package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.github.FakeGitHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outcome for bundles that somebody changed. docs/ACTION.md contains the same table. */
class TamperedBundleTest {
    private static final Path DOCUMENT = Path.of("").toAbsolutePath().resolveSibling("docs/ACTION.md");
    private static final String JUDGED = "judged again: regressed, reported on pull request 7";

    @TempDir
    private Path temporary = Path.of("");

    /** Changes a bundle. */
    @FunctionalInterface
    interface Change {
        void make(PullRequestBundle bundle) throws IOException;
    }

    record Tampered(String what, String outcome, Change change) {
        String row() {
            return "| " + what + " | " + outcome + " |";
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Tampered> tampered() {
        return Stream.of(
                new Tampered("nothing", JUDGED, bundle -> {}),
                new Tampered(
                        "a file with the number of another pull request",
                        refused("holds `number`, which has no place in it"),
                        bundle -> Files.writeString(bundle.folder().resolve("number"), "1")),
                new Tampered(
                        "the number of another pull request in `run.json`",
                        JUDGED,
                        bundle -> bundle.replace(
                                "run.json", "\"sections\" : \\{", "\"sections\" : {\"pullRequest\":1,\"number\":1,")),
                new Tampered(
                        "another commit",
                        refused("contains a run of another commit than the workflow measured"),
                        bundle -> bundle.replace("run.json", PullRequestBundle.HEAD, PullRequestBundle.BASE)),
                new Tampered(
                        "a symbolic link", refused("holds `samples.ndjson`, which is not a plain file"), bundle -> {
                            Files.delete(bundle.folder().resolve("samples.ndjson"));
                            Files.createSymbolicLink(bundle.folder().resolve("samples.ndjson"), Path.of("/etc/passwd"));
                        }),
                new Tampered(
                        "`../` in a zip file",
                        refused("holds `../event.json`, which has no place in it"),
                        bundle -> bundle.zip(Map.of("../event.json", "{}"))),
                new Tampered("a zip bomb", refused("holds a `run.json` of more than 16 MiB"), TamperedBundleTest::bomb),
                new Tampered("a million cases", refused("holds more than 500000 forks"), TamperedBundleTest::million),
                new Tampered(
                        "NaN for a time",
                        refused("holds a finished fork with a value that is not a time"),
                        bundle -> bundle.replace("samples.ndjson", "\"values\":\\[[^,]+", "\"values\":[\"NaN\"")),
                new Tampered(
                        "script in names",
                        JUDGED + ", names as code",
                        bundle -> Files.writeString(
                                bundle.folder().resolve("samples.ndjson"),
                                PullRequestBundle.samples(
                                        "<script>alert(1)</script> @everyone #1 <!-- clnrm-bench:main --> `x` | ![x](https://example.org/x.png) \\u001b[31m\\n::set-output name=exit::0\\r\\n::add-mask::a",
                                        1.5))),
                new Tampered(
                        "a forged verdict",
                        JUDGED,
                        bundle -> bundle.replace(
                                "run.json",
                                "\"sections\" : \\{",
                                "\"sections\" : {\"verdict\":\"unchanged\",\"status\":\"unchanged\",\"exit\":0,")),
                new Tampered(
                        "a looser budget in its `budgets.yaml`",
                        JUDGED,
                        bundle -> bundle.replace("budgets.yaml", "1200 ns", "9 s")),
                new Tampered(
                        "a looser budget, claimed to be declared in code",
                        JUDGED,
                        bundle -> bundle.replace(
                                "run.json",
                                "\"sections\" : \\{",
                                "\"sections\" : {\"declared\":{\"budgets\":{\"s/slower\":{\"time\":{\"atMost\":{\"seconds\":9}}}}},")),
                new Tampered(
                        "a budget of NaN, claimed to be declared in code",
                        refused("`declared.budgets.s/slower.time.atMost.seconds` has a wrong value"),
                        bundle -> bundle.replace(
                                "run.json",
                                "\"sections\" : \\{",
                                "\"sections\" : {\"declared\":{\"budgets\":{\"s/slower\":{\"time\":{\"atMost\":{\"seconds\":\"NaN\"}}}}},")),
                new Tampered(
                        "a maximum of a billion forks, so that no look spends any of the level",
                        JUDGED,
                        bundle -> bundle.replace("run.json", "\"mostForks\" : 5", "\"mostForks\" : 1000000000")),
                new Tampered(
                        "a fork with the number two billion",
                        JUDGED,
                        bundle -> bundle.replace("samples.ndjson", "\"fork\":4", "\"fork\":2000000000")),
                new Tampered(
                        "a case in two modes",
                        refused("holds a case in two modes, or with two numbers of threads"),
                        bundle -> bundle.replace("samples.ndjson", "\"mode\":\"avgt\"", "\"mode\":\"thrpt\"")),
                new Tampered(
                        "the samples of the slower case removed, though it is declared",
                        "judged again: could-not-measure, reported on pull request 7",
                        bundle -> {
                            Files.writeString(
                                    bundle.folder().resolve("samples.ndjson"), PullRequestBundle.samples("same", 1));
                            bundle.replace(
                                    "run.json",
                                    "\"sections\" : \\{",
                                    "\"sections\" : {\"declared\":{\"cases\":[{\"suite\":\"s\",\"benchmark\":\"slower\"},"
                                            + "{\"suite\":\"s\",\"benchmark\":\"same\"}]},");
                        }));
    }

    private static String refused(String why) {
        return "refused: " + why;
    }

    private static void bomb(PullRequestBundle bundle) throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream out =
                new ZipOutputStream(Files.newOutputStream(bundle.workspace().resolve("bundle.zip")))) {
            out.putNextEntry(new ZipEntry("run.json"));
            for (int i = 0; i < 1024; i++) {
                out.write(zeros);
            }
        }
    }

    private static void million(PullRequestBundle bundle) throws IOException {
        try (ZipOutputStream out =
                new ZipOutputStream(Files.newOutputStream(bundle.workspace().resolve("bundle.zip")))) {
            out.putNextEntry(new ZipEntry("run.json"));
            Files.copy(bundle.folder().resolve("run.json"), out);
            out.putNextEntry(new ZipEntry("samples.ndjson"));
            for (int i = 0; i < 1_000_000; i++) {
                out.write(("{\"format\":1,\"case\":{\"suite\":\"s\",\"benchmark\":\"b" + i + "\",\"params\":{}}}\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tampered")
    void a_tampered_bundle_is_refused_or_judged_again(Tampered tampered) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FakeGitHub github = new FakeGitHub()) {
            PullRequestBundle bundle = new PullRequestBundle(temporary).write();
            tampered.change().make(bundle);
            Map<String, String> environment = bundle.environment(github);
            if (Files.exists(temporary.resolve("bundle.zip"))) {
                environment.put("INPUT_BUNDLE", "bundle.zip");
            }
            String event = Files.readString(temporary.resolve("event.json"));
            int exit = ActionMain.run(environment, new PrintStream(out, true, StandardCharsets.UTF_8));
            String log = out.toString(StandardCharsets.UTF_8);
            System.out.println("| " + tampered.what() + " | " + outcome(exit, log, github) + " |");
            assertThat(outcome(exit, log, github)).isEqualTo(tampered.outcome());
            assertThat(github.violations()).isEmpty();
            assertWithMessage("nothing of it is a command").that(commands(log)).isEmpty();
            assertThat(Files.readString(temporary.resolve("event.json"))).isEqualTo(event);
            assertWithMessage("docs/ACTION.md").that(Files.readString(DOCUMENT)).contains(tampered.row());
        }
    }

    /** Changes the second of two bundles, in their folder. */
    @FunctionalInterface
    interface SecondChange {
        void make(Path bundles) throws IOException;
    }

    record Beside(String what, String outcome, SecondChange change) {
        String row() {
            return "| two bundles: " + what + " | " + outcome + " |";
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Beside> beside() {
        return Stream.of(
                new Beside("nothing", "judged again: regressed on both platforms", bundles -> {}),
                new Beside(
                        "one platform twice",
                        refused("is of the same platform as x86: Linux, x86-64, unknown JDK"),
                        bundles -> replace(bundles.resolve("arm64/run.json"), "aarch64", "amd64")),
                new Beside(
                        "another base",
                        refused("compares other commits than x86"),
                        bundles -> replace(bundles.resolve("arm64/run.json"), PullRequestBundle.BASE, "0".repeat(40))),
                new Beside(
                        "another commit",
                        refused("contains a run of another commit than the workflow measured"),
                        bundles -> replace(
                                bundles.resolve("arm64/run.json"), PullRequestBundle.HEAD, PullRequestBundle.BASE)),
                new Beside(
                        "NaN for a time",
                        "judged again: regressed on 1 of 2 platforms, arm64 refused: holds a finished fork with a value"
                                + " that is not a time",
                        bundles -> replace(
                                bundles.resolve("arm64/samples.ndjson"), "\"values\":\\[[^,]+", "\"values\":[\"NaN\"")),
                new Beside(
                        "a third of a made-up platform, and ten more",
                        refused("13 bundles are too many for one comment, which has room for 12"),
                        bundles -> {
                            for (int i = 0; i < 11; i++) {
                                Files.createDirectory(bundles.resolve("made-up-" + i));
                            }
                        }));
    }

    private static void replace(Path file, String pattern, String by) throws IOException {
        String text = Files.readString(file);
        String changed = text.replaceFirst(pattern, by);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }

    /** A bundle of a platform, and the folder it is in. */
    private PullRequestBundle bundle(Path bundles, String name, String architecture) throws IOException {
        PullRequestBundle bundle = new PullRequestBundle(temporary.resolve("written-" + name)).write();
        bundle.replace(
                "run.json",
                "\"sections\" : \\{",
                "\"sections\" : {\"machine\":{\"cpu\":\"a processor\",\"processors\":4,\"memoryBytes\":8589934592,"
                        + "\"system\":\"Linux 6.8\",\"architecture\":\"" + architecture + "\",\"virtual\":true},");
        Files.move(bundle.folder(), bundles.resolve(name));
        return bundle;
    }

    @ParameterizedTest
    @MethodSource("beside")
    void of_two_bundles_a_tampered_one_is_refused_or_told_beside_the_other(Beside tampered) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FakeGitHub github = new FakeGitHub()) {
            Path bundles = Files.createDirectory(temporary.resolve("bundles"));
            PullRequestBundle first = bundle(bundles, "x86", "amd64");
            bundle(bundles, "arm64", "aarch64");
            tampered.change().make(bundles);
            Map<String, String> environment = first.environment(github);
            environment.put("GITHUB_WORKSPACE", temporary.toString());
            environment.put(
                    "INPUT_BUNDLE",
                    Files.exists(bundles.resolve("made-up-0")) ? "bundles/*" : "bundles/x86\nbundles/arm64");
            int exit = ActionMain.run(environment, new PrintStream(out, true, StandardCharsets.UTF_8));
            String log = out.toString(StandardCharsets.UTF_8);
            assertThat(outcomeOfTwo(exit, log, github)).isEqualTo(tampered.outcome());
            assertThat(github.violations()).isEmpty();
            assertWithMessage("docs/ACTION.md").that(Files.readString(DOCUMENT)).contains(tampered.row());
        }
    }

    private static String outcomeOfTwo(int exit, String log, FakeGitHub github) throws IOException {
        if (exit == 2) {
            assertThat(github.comments().get(0)).contains("There is no result");
            String message = log.lines().findFirst().orElse("").replaceFirst("%0A.*", "");
            return refused(message.replaceFirst(".*(: error: |::)", ""));
        }
        assertThat(exit).isEqualTo(1);
        assertThat(github.comments()).hasSize(1);
        assertThat(github.checks()).hasSize(1);
        String refused = log.lines()
                .filter(line -> line.contains("was refused: "))
                .map(line ->
                        line.replaceFirst(".*the bundle (\\S+) was refused: (.*); the others.*", ", $1 refused: $2"))
                .findFirst()
                .orElse("");
        return "judged again: "
                + github.checks().get(0).path("output").path("title").asText() + refused;
    }

    private static String outcome(int exit, String log, FakeGitHub github) throws IOException {
        if (exit == 2) {
            assertThat(github.comments().get(0)).contains("There is no result");
            assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("failure");
            String message = log.lines().findFirst().orElse("").replaceFirst("%0A.*", "");
            return refused(message.replaceFirst(".*(bundle|bundle\\.zip|run\\.json):? (error: )?", ""));
        }
        String comment = github.comments().get(0);
        assertThat(github.comments()).hasSize(1);
        assertThat(exit).isNotEqualTo(0);
        boolean code =
                comment.contains("script&#62;") || comment.contains("&lt;script") || comment.contains("&#60;script");
        if (comment.contains("alert(1)") || code) {
            String plain = comment.replaceAll("(?s)```.*?```|<code>.*?</code>|`[^`]*`", "");
            assertThat(plain).doesNotContain("alert(");
            assertThat(plain).doesNotContain("@everyone");
            assertThat(comment).doesNotContain("<script");
        }
        String status = github.checks().get(0).path("output").path("title").asText();
        return "judged again: " + status + ", reported on pull request " + github.commented(0)
                + (code ? ", names as code" : "");
    }

    /** Commands to the runner that are not ours. */
    private static List<String> commands(String log) {
        return log.lines()
                .filter(line -> line.stripLeading().startsWith("::"))
                .filter(line -> !line.startsWith("::error ") && !line.startsWith("::notice::"))
                .toList();
    }
}
