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

/** {@code docs/architecture.md} names the stations that a sample and a budget pass, and the files they use. */
class ArchitecturePageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*");
    private static final Pattern FILE = Pattern.compile("`([A-Z]\\w+)`");

    @Test
    void a_sample_passes_at_most_twelve_stations() throws IOException {
        assertThat(stations("## From the fork to the comment").size()).isAtMost(12);
    }

    @Test
    void a_budget_passes_at_most_eight_stations() throws IOException {
        assertThat(stations("## From a line of `budgets.yaml` to the verdict").size())
                .isAtMost(8);
    }

    /** The stations of a section. Every file that the section names is there. */
    private static List<String> stations(String heading) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "architecture.md"));
        String section =
                page.substring(page.indexOf(heading) + heading.length()).split("\n## ", -1)[0];
        List<String> stations =
                ROW.matcher(section).results().map(row -> row.group(1)).toList();
        assertThat(stations).isNotEmpty();
        assertThat(sources())
                .containsAtLeastElementsIn(FILE.matcher(section)
                        .results()
                        .map(file -> file.group(1))
                        .toList());
        return stations;
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src", "main", "java"))) {
            return all.map(path -> path.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
