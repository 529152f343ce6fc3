package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.faulty.SoundSuite;
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
