package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrintedClassPathsTest {
    private final Path folder;
    private final PrintedClassPaths printed;

    PrintedClassPathsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.printed = new PrintedClassPaths(
                folder, Map.of("PATH", System.getenv("PATH"), "GITHUB_TOKEN", "secret", "JAVA_HOME", "/jdk"));
        Files.createFile(folder.resolve("a.jar"));
        Files.createDirectories(folder.resolve("target/test-classes"));
    }

    private CannotLoad refused(String command) {
        return assertThrows(CannotLoad.class, () -> printed.of(command));
    }

    @Test
    void the_last_line_of_output_is_the_class_path() throws CannotLoad {
        String command =
                "echo loading; echo a.jar:target/resources:" + folder + "/target/test-classes; echo; echo late >&2";

        assertThat(printed.of(command))
                .containsExactly(folder.resolve("a.jar"), folder.resolve("target/test-classes"))
                .inOrder();
    }

    @Test
    void what_is_written_to_the_terminal_is_output_too() throws CannotLoad {
        assertThat(printed.of("printf a.jar > /dev/stdout")).containsExactly(folder.resolve("a.jar"));
    }

    @Test
    void a_command_is_run_once() throws Exception {
        String command = "echo x >> runs; echo a.jar";
        printed.of(command);
        printed.of(command);

        assertThat(Files.readAllLines(folder.resolve("runs"))).containsExactly("x");
    }

    @Test
    void it_sees_the_variables_of_a_build_and_no_secret() throws Exception {
        printed.of("echo \"$JAVA_HOME|$GITHUB_TOKEN\" > seen; echo a.jar");

        assertThat(Files.readString(folder.resolve("seen"))).isEqualTo("/jdk|\n");
    }

    @Test
    void a_failure_shows_the_end_of_what_was_printed() {
        CannotLoad refused = refused("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do echo $i; done;"
                + " echo broken >&2; exit 3");

        assertThat(refused).hasMessageThat().endsWith("exit 3` ended with status 3");
        assertThat(refused.printed()).hasSize(20);
        assertThat(refused.printed().get(0)).isEqualTo("2");
        assertThat(refused.printed().get(19)).isEqualTo("broken");
    }

    @Test
    void a_line_that_is_no_class_path_is_refused() {
        assertThat(refused("true")).hasMessageThat().isEqualTo("the class path command `true` printed no class path");
        CannotLoad refused = refused("echo BUILD SUCCESS");
        assertThat(refused.printed()).isEqualTo(List.of("BUILD SUCCESS"));
        assertThat(refused.help()).isEqualTo("its last line must be jars and folders with `:` between them");
    }

    @Test
    void a_jar_that_is_not_there_is_refused() {
        assertThat(refused("echo a.jar:b.jar"))
                .hasMessageThat()
                .isEqualTo("the class path command `echo a.jar:b.jar` names `b.jar`, which does not exist");
    }
}
