package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteLoader;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.github.FakeGitHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two JDKs, as two platforms, measure one commit; one comment tells of both. */
@Tag("slow")
class PlatformsEndToEndTest {
    private static final String[] RULES = {"budgets:", "  sound/average:", "    time: at most 10 us"};

    @TempDir
    Path folder = Path.of("");

    private Path project() throws IOException {
        return Files.createDirectories(folder.resolve("project"));
    }

    private String git(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line)
                .directory(project().toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertWithMessage(out).that(process.waitFor()).isEqualTo(0);
        return out.strip();
    }

    private static boolean present(String jdk) {
        try {
            Jvm.find(jdk, System.getenv());
            return true;
        } catch (SuiteLoader.CannotLoad e) {
            return false;
        }
    }

    /** Measures with a JDK, and gives the bundle. */
    private Path bundle(String jdk) throws IOException, InterruptedException {
        Path run = folder.resolve("run-" + jdk);
        CommandLineRun check = CommandLineRun.of(
                "check",
                "-f",
                project().resolve("budgets.yaml").toString(),
                "sound/average",
                "--base",
                "HEAD~1",
                "--head",
                "HEAD",
                "--unchanged-code",
                "control",
                "--java",
                jdk,
                "--out",
                run.toString());
        assertWithMessage(check.err()).that(check.status()).isEqualTo(1);
        Path bundle = Files.createDirectories(folder.resolve("jdk-" + jdk));
        for (String name : List.of("run.json", "samples.ndjson")) {
            Files.copy(run.resolve(name), bundle.resolve(name));
        }
        return bundle;
    }

    private CommandLineRun publish(FakeGitHub github, Path... bundles) throws Exception {
        Path at = Files.createTempDirectory(folder, "process");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "publish"));
        for (Path bundle : bundles) {
            line.add(bundle.toString());
        }
        line.addAll(List.of("--repository", "o/r", "--commit", git("rev-parse", "HEAD"), "--head", "o:topic"));
        ProcessBuilder process = new ProcessBuilder(line)
                .redirectOutput(at.resolve("out.txt").toFile())
                .redirectError(at.resolve("err.txt").toFile());
        process.environment()
                .putAll(Map.of(
                        "GITHUB_TOKEN",
                        "a-token",
                        "GITHUB_API_URL",
                        github.address().toString()));
        Process ended = process.start();
        ended.waitFor();
        return CommandLineRun.ended(at, ended);
    }

    @Test
    void two_jdks_that_measured_one_commit_are_told_in_one_comment() throws Exception {
        assumeTrue(present("17") && present("25"), "no JDK 17 and 25 on this machine");
        new ProjectFolder(project()).declare(SoundSuite.class, RULES);
        Files.writeString(project().resolve(".gitignore"), ".clnrm-bench/\n");
        git("init", "-q", "-b", "main");
        git("add", "-A");
        git("commit", "-q", "-m", "base");
        git("commit", "-q", "--allow-empty", "-m", "head");
        Path on17 = bundle("17");
        Path on25 = bundle("25");
        String rules = Files.readString(project().resolve("budgets.yaml"));
        try (FakeGitHub github = new FakeGitHub()) {
            github.pullRequest(7, git("rev-parse", "HEAD"), "o:topic", git("rev-parse", "HEAD~1"))
                    .file("budgets.yaml", git("rev-parse", "HEAD~1"), rules)
                    .file("budgets.yaml", git("rev-parse", "HEAD"), rules);
            CommandLineRun both = publish(github, on17, on25);
            assertWithMessage(both.err()).that(both.status()).isEqualTo(1);
            assertThat(github.comments()).hasSize(1);
            assertThat(github.checks()).hasSize(1);
            String comment = github.comments().get(0);
            assertThat(comment).contains("on both platforms");
            assertThat(comment).contains("| verdict | case | `JDK 17` | `JDK 25` |");
            assertThat(comment).contains("to a level of 2.5 %, because 2 platforms share 5 %; intervals are at 95 %");
            assertThat(both.out()).contains("| `sound/average` |");

            CommandLineRun twice = publish(github, on17, on17);
            assertThat(twice.status()).isEqualTo(3);
            assertThat(twice.err()).contains("is of the same platform as jdk-17");
            assertThat(twice.err()).contains("help: give one bundle of each platform");
        }
    }
}
