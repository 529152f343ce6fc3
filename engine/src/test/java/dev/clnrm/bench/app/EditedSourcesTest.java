package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.git.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditedSourcesTest {
    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path temporary = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/org/HdrHistogram/AbstractHistogram.java",
                "core/src/main/kotlin/text/Parser.kt",
                "core/src/jvmMain/kotlin/Parser.kt",
                "src/main/java/com/acme/test/Util.java",
                "src/com/acme/Text.scala",
                "Text.java"
            })
    void main_code(String file) {
        assertWithMessage(file).that(EditedSources.ofMain(file)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/Example.java",
                "budgets.yaml",
                "src/main/resources/a.txt",
                "src/main/java/com/acme/package-info.java",
                "src/main/java/module-info.java",
                "src/test/java/com/acme/TextTest.java",
                "src/jmh/java/com/acme/TextBenchmark.java",
                "src/integrationTest/kotlin/TextTest.kt",
                "src/it/simple/src/main/java/Text.java",
                "tests/src/main/java/Text.java",
                ".mvn/wrapper/MavenWrapperDownloader.java"
            })
    void anything_else(String file) {
        assertWithMessage(file).that(EditedSources.ofMain(file)).isFalse();
    }

    @Test
    void a_file_counts_if_its_code_differs_and_it_still_exists() throws Exception {
        Sandbox project = Sandbox.at(folder)
                .write("src/main/java/Code.java", "class Code { int one() { return 1; } }\n")
                .write(
                        "src/main/java/Words.java",
                        "import java.util.List;\n/* old */ class Words { String s = \"// a\"; }\n")
                .write("src/main/java/Text.java", "class Text { String s = \"// a\"; }\n")
                .write("src/main/java/Gone.java", "class Gone {}\n");
        project.commit("one");
        project.write("src/main/java/Code.java", "class Code { int one() { return 2; } }\n")
                .write("src/main/java/Words.java", "// new\nclass Words {\n  String s = \"// a\";\n}\n")
                .write("src/main/java/Text.java", "class Text { String s = \"// b\"; }\n")
                .write("src/main/java/New.java", "class New {}\n");
        Files.delete(folder.resolve("src/main/java/Gone.java"));
        project.commit("two");
        Repository repository = Repository.at(folder, Map.copyOf(System.getenv()));
        Commit from = repository.resolve("HEAD~1");
        try (Trees trees = Trees.open(repository, temporary)) {
            Revision base = new Revision("base", trees.of(from), Optional.of(from), false);
            Revision head = new Revision("head", folder, Optional.of(repository.head()), false);
            List<String> changed = repository.changed(from, repository.head());

            assertThat(EditedSources.of(repository, changed, base, head))
                    .containsExactly("src/main/java/Code.java", "src/main/java/Text.java", "src/main/java/New.java");
        }
    }
}
