package dev.clnrm.bench.architecture;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The library under test knows nothing of benchmarks. It is no dependency of the engine, so its sources are looked at. */
class CleanroomTest {
    private static final Path MODULE = Path.of("").toAbsolutePath().resolveSibling("cleanroom");
    private static final List<String> STRANGERS = List.of("dev.clnrm.bench", "org.openjdk.jmh");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MODULE.resolve("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void the_cleanroom_names_no_class_of_the_tool() throws IOException {
        for (Path source : sources()) {
            String text = Files.readString(source);
            for (String stranger : STRANGERS) {
                assertWithMessage("%s", source).that(text).doesNotContain(stranger);
            }
        }
    }

    @Test
    void the_cleanroom_is_built_without_the_tool() throws IOException {
        String pom = Files.readString(MODULE.resolve("pom.xml"));
        assertThat(pom).contains("<artifactId>cleanroom</artifactId>");
        assertThat(pom).doesNotContain("bench-dsl");
        assertThat(pom).doesNotContain("bench-engine");
        assertThat(pom).doesNotContain("jmh");
    }

    @Test
    void the_cleanroom_is_seen() throws IOException {
        assertThat(sources().size()).isAtLeast(40);
        assertThat(sources()).contains(MODULE.resolve("src/main/java/dev/clnrm/cleanroom/CleanroomEnvironment.java"));
    }
}
