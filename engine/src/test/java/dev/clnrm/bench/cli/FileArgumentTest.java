package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.faulty.SoundSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of declarations may be named without {@code --file}. */
class FileArgumentTest {
    private final ProjectFolder project;

    FileArgumentTest(@TempDir Path folder) throws Exception {
        this.project = new ProjectFolder(folder).declare(SoundSuite.class);
    }

    @Test
    void validate_takes_it_as_its_argument() throws Exception {
        CommandLineRun run = CommandLineRun.of("validate", project.file().toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(0);
        assertThat(run.out()).startsWith(project.file() + ": 1 suite, ");
    }

    @Test
    void validate_finds_paths_of_overlay_that_do_not_exist() throws Exception {
        Files.createDirectories(project.file().resolveSibling("bench/src"));
        String sound = Files.readString(project.file());
        Files.writeString(project.file(), sound + "overlay: [./bench/src/, bench/data]\n");
        CommandLineRun run = CommandLineRun.of("validate", project.file().toString());

        int line = (int) sound.lines().count() + 1;
        assertThat(run.err())
                .isEqualTo(project.file() + ":" + line + ":25: error: `bench/data` does not exist\n"
                        + "    " + line + " | overlay: [./bench/src/, bench/data]\n"
                        + "      |                         ^^^^^^^^^^\n"
                        + "      help: name a file or a folder relative to the folder of this file, or remove it\n");
        assertThat(run.status()).isEqualTo(2);

        Files.writeString(project.file(), sound + "overlay: bench/src\n");
        assertThat(CommandLineRun.of("validate", project.file().toString()).status())
                .isEqualTo(0);
        Files.writeString(project.file(), sound + "overlay: off\n");
        assertThat(CommandLineRun.of("validate", project.file().toString()).status())
                .isEqualTo(0);
    }

    @Test
    void list_takes_it_among_its_filters() throws Exception {
        CommandLineRun run = CommandLineRun.of("list", project.file().toString(), "average");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("average");
        assertThat(run.out()).doesNotContain("single_shot");
    }

    @Test
    void a_filter_is_no_file() {
        FileOption file = new FileOption();

        assertThat(file.among(List.of("metrics", "other.yml", "yaml"))).containsExactly("metrics", "yaml");
        assertThat(file.file).isEqualTo(Path.of("other.yml"));
    }
}
