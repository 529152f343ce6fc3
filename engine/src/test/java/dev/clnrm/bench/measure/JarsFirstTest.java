package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.plan.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsFirstTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void folders_go_behind_jars_and_keep_their_order() throws IOException {
        Path classes = folder("classes", "demo/One.class", "META-INF/BenchmarkList");
        Path resources = folder("resources", "demo/text");
        Path jar = jar("lib.jar", "lib/Two.class", "META-INF/BenchmarkList");

        Launch launch = launch(classes, jar, resources);

        assertThat(JarsFirst.of(launch).orElseThrow().classPath().entries())
                .containsExactly(jar, classes, resources)
                .inOrder();
        assertThat(JarsFirst.without(launch).classPath().entries()).containsExactly(jar);
    }

    @Test
    void a_file_that_is_in_a_jar_as_well_could_be_found_in_the_other_place() throws IOException {
        Path classes = folder("classes", "demo/One.class");
        Path jar = jar("lib.jar", "demo/One.class");
        assertThat(JarsFirst.of(launch(classes, jar)).isEmpty()).isTrue();
    }

    @Test
    void without_folders_nothing_is_moved_and_without_jars_there_is_nothing_to_keep() throws IOException {
        Launch jars = launch(jar("lib.jar", "demo/One.class"));
        assertThat(JarsFirst.of(jars).orElseThrow()).isEqualTo(jars);
        assertThat(JarsFirst.of(launch(folder("classes", "demo/One.class"))).isEmpty())
                .isTrue();
    }

    private Launch launch(Path... entries) {
        return new Launch(new ClassPath(List.of(entries)), Jvm.own(), List.of(), List.of(), temp, "1.37");
    }

    private Path folder(String name, String... files) throws IOException {
        for (String file : files) {
            Path path = temp.resolve(name).resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, "x");
        }
        return temp.resolve(name);
    }

    private Path jar(String name, String... files) throws IOException {
        Path jar = temp.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String file : files) {
                out.putNextEntry(new ZipEntry(file));
                out.closeEntry();
            }
        }
        return jar;
    }
}
