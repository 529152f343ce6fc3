package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.samples.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    @TempDir
    private Path temporary = Path.of("");

    private Path folder() {
        return temporary.resolve("site");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_site_is_replaced_as_a_whole_and_leaves_nothing_beside() throws IOException {
        new Site(folder()).write(Map.of("index.html", () -> "old", "suites/gone.html", () -> "old"));
        new Site(folder()).write(Map.of("index.html", () -> "new"));
        assertThat(files(temporary)).containsExactly("site/clnrm-dashboard.json", "site/index.html");
        assertThat(Files.readString(folder().resolve("index.html"))).isEqualTo("new");
    }

    @Test
    void an_empty_folder_is_taken() throws IOException {
        Files.createDirectory(folder());
        new Site(folder()).write(Map.of("index.html", () -> "new"));
        assertThat(files(folder())).containsExactly("clnrm-dashboard.json", "index.html");
    }

    @Test
    void a_folder_that_is_something_else_is_left_alone() throws IOException {
        Files.writeString(Files.createDirectory(folder()).resolve("thesis.txt"), "mine");
        UnreadableFileException refused = assertThrows(
                UnreadableFileException.class, () -> new Site(folder()).write(Map.of("index.html", () -> "new")));
        assertThat(refused).hasMessageThat().contains("holds `thesis.txt`, which no dashboard wrote");
        assertThat(files(temporary)).containsExactly("site/thesis.txt");
    }

    @Test
    void a_dashboard_with_a_file_of_somebody_else_is_left_alone() throws IOException {
        new Site(folder()).write(Map.of("index.html", () -> "old"));
        Files.writeString(folder().resolve("CNAME"), "example.org");
        assertThrows(UnreadableFileException.class, () -> new Site(folder()).write(Map.of("index.html", () -> "new")));
        assertThat(Files.readString(folder().resolve("index.html"))).isEqualTo("old");
    }

    @Test
    void a_file_or_a_link_in_its_place_is_left_alone() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(folder(), elsewhere);
        assertThrows(UnreadableFileException.class, () -> new Site(folder()).write(Map.of("index.html", () -> "new")));
        assertThat(files(elsewhere)).isEmpty();
    }

    @Test
    void no_file_leads_out_of_it() throws IOException {
        assertThrows(
                IllegalArgumentException.class, () -> new Site(folder()).write(Map.of("../index.html", () -> "new")));
        assertThat(files(temporary)).isEmpty();
    }

    @Test
    void what_fails_half_way_leaves_the_site_before() throws IOException {
        new Site(folder()).write(Map.of("index.html", () -> "old"));
        assertThrows(IllegalStateException.class, () -> new Site(folder()).write(Map.of("index.html", () -> {
            throw new IllegalStateException("half way");
        })));
        assertThat(files(temporary)).containsExactly("site/clnrm-dashboard.json", "site/index.html");
        assertThat(Files.readString(folder().resolve("index.html"))).isEqualTo("old");
    }
}
