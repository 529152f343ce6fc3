package dev.clnrm.bench.profile;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flame graphs of two JVMs, in which the class of a lambda has another name. */
class FlameGraphsTest {
    @TempDir
    private Path folder = Path.of("");

    private static Stacks stacks(String lambda, double weight) {
        Frame body = new Frame("demo.DemoSuite$$Lambda" + lambda, "call", 0);
        Frame register = new Frame("demo.Registry", "register", 10);
        Frame resize = new Frame("java.util.HashMap", "resize", 702);
        return new Stacks(Map.of(List.of(body, register), 1.0, List.of(body, register, resize), weight), 100);
    }

    @Test
    void what_grew_below_a_lambda_is_coloured() throws Exception {
        Path graph = FlameGraphs.difference(
                ProfileKind.CPU,
                stacks("$52/0x00007fee1402b800", 1),
                stacks("$53/0x00007f727002b800", 3),
                "demo",
                folder);

        assertThat(Files.readString(graph)).contains("const maxdiff = 2000000;");
    }
}
