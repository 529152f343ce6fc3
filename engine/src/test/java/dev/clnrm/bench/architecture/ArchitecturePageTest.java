package dev.clnrm.bench.architecture;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} names the files that a sample and a budget pass. */
class ArchitecturePageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @Test
    void a_sample_passes_at_most_twelve_files() throws IOException {
        assertThat(files("## From the fork to the comment").size()).isAtMost(12);
    }

    @Test
    void a_budget_passes_at_most_eight_files() throws IOException {
        assertThat(files("## From a line of `budgets.yaml` to the verdict").size())
                .isAtMost(8);
    }

    /** The files of a section's table, each of which is there. */
    private static List<String> files(String heading) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "architecture.md"));
        String section =
                page.substring(page.indexOf(heading) + heading.length()).split("\n## ", -1)[0];
        List<String> files =
                ROW.matcher(section).results().map(row -> row.group(1)).toList();
        assertThat(files).isNotEmpty();
        assertThat(sources()).containsAtLeastElementsIn(files);
        return files;
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
            return all.map(path -> path.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
