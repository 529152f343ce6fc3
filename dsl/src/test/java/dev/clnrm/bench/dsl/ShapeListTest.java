package dev.clnrm.bench.dsl;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.fork.internal.JmhList;
import dev.clnrm.bench.model.JmhEntry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShapeListTest {
    private static List<JmhEntry> listed() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                Bench.class.getResourceAsStream("/" + JmhList.PATH), JmhList.PATH + " is not on the class path")) {
            return JmhList.read(in.readAllBytes(), true);
        }
    }

    /** Every shape that a declaration can use: a state for every invocation is always an argument. */
    private static Set<String> nameable() {
        Set<String> shapes = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            for (Lifetime lifetime : Lifetime.values()) {
                for (int arguments = lifetime == Lifetime.INVOCATION ? 1 : 0; arguments <= 2; arguments++) {
                    shapes.add(kind.shape(lifetime, arguments));
                }
            }
        }
        return shapes;
    }

    @Test
    void every_shape_a_sentence_can_name_is_listed_and_no_other() throws IOException {
        assertThat(nameable()).hasSize(48);
        assertThat(listed().stream().map(JmhEntry::name).collect(Collectors.toSet()))
                .isEqualTo(nameable());
    }

    @Test
    void every_shape_takes_the_key_of_a_case() throws IOException {
        for (JmhEntry entry : listed()) {
            boolean fresh = entry.name().contains(".Fresh.");
            assertThat(entry.parameters().keySet())
                    .isEqualTo(
                            fresh
                                    ? Set.of("suiteClass", "benchmark", "values", "batch")
                                    : Set.of("suiteClass", "benchmark", "values"));
        }
    }
}
