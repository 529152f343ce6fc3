package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.faulty.SoundSuite;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is installed: a script beside a jar. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    private static final Path SCRIPT = Path.of("src/main/bin/clnrm-bench");

    private final Path folder;

    StartScriptTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A home whose jar names the classes of this test's class path. */
    private Path installed() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        main.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(home.resolve("clnrm-bench.jar")), manifest).close();
        return Files.copy(SCRIPT, Files.createDirectories(home.resolve("bin")).resolve("clnrm-bench"));
    }

    private static Optional<Path> jdk25() {
        try {
            return Optional.of(Jvm.find("25", System.getenv()).home());
        } catch (CannotLoad e) {
            return Optional.empty();
        }
    }

    @Test
    void the_first_start_lists_a_sound_project_and_leaves_nothing() throws Exception {
        installed();
        String java = Jvm.own().launcher().toString();
        Path temporary = Files.createDirectories(folder.resolve("temporary"));
        Process process = new ProcessBuilder(
                        java,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        folder.resolve("home/clnrm-bench.jar").toString(),
                        FirstStart.class.getName())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        process.waitFor();
        CommandLineRun run = CommandLineRun.ended(folder, process);

        assertThat(run.err()).contains("1 run stored");
        assertThat(run.err()).doesNotContain("error");
        assertThat(run.out()).contains("Usage: clnrm-bench run");
        assertThat(run.out()).contains("4 cases in 2 suites");
        assertThat(run.out()).contains("2 suites, 4 cases, 3 with a budget, 4 laws: nothing wrong");
        assertThat(run.out()).contains("first.A/a  avgt, 1 run");
        assertThat(temporary.toFile().list()).isEmpty();
    }

    @Test
    void what_it_cannot_archive_is_tried_once() throws Exception {
        Path script = installed();
        for (int start = 0; start < 2; start++) {
            Process process = new ProcessBuilder("sh", script.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(printed).startsWith("clnrm-bench ");
            assertThat(process.waitFor()).isEqualTo(0);
        }
        String[] archives = folder.resolve("home").toFile().list((home, name) -> name.endsWith(".jsa"));

        assertThat(archives).hasLength(1);
        assertThat(folder.resolve("home").resolve(archives[0]).toFile().lastModified())
                .isEqualTo(folder.resolve("home/clnrm-bench.jar").toFile().lastModified());
    }

    @Test
    void a_newer_jdk_warns_of_nothing_when_it_measures() throws Exception {
        Optional<Path> jdk = jdk25();
        assumeTrue(jdk.isPresent(), "no JDK 25 on this machine");
        ProjectFolder project = new ProjectFolder(folder).declare(SoundSuite.class);
        ProcessBuilder script = new ProcessBuilder("sh", installed().toString());
        script.command()
                .addAll(Stream.of(project.words("sound/average", "--forks", "1"))
                        .toList());
        script.environment().put("JAVA_HOME", jdk.get().toString());
        Process process = script.redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        process.waitFor();
        CommandLineRun run = CommandLineRun.ended(folder, process);

        assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
        assertThat(run.err()).doesNotContain("WARNING");
        assertThat(run.out()).contains("JDK 25");
    }
}
