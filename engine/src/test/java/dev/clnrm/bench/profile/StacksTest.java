package dev.clnrm.bench.profile;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests stacks, by method and as text. */
final class StacksTest {
    private static final Frame RUN = new Frame("demo.Suite", "run", 7);

    @Test
    void functions_of_the_jvm_count_for_the_method_that_needs_them() {
        Frame copy = new Frame("java.util.Arrays", "copyOf", 3541);
        Frame move = new Frame("libc.so.6", "__memmove_avx", 0);
        Stacks stacks = new Stacks(Map.of(List.of(RUN, copy, move), 3.0, List.of(RUN), 1.0), 4);

        assertThat(stacks.hottest().get(0).frame()).isEqualTo(copy);
        assertThat(stacks.hottest().get(0).caller()).hasValue(RUN);
        assertThat(stacks.hottest().get(0).share()).isEqualTo(0.75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme.solver.Solver", "com.acme.sort.Sort", "org.apache.solr.Core", "a.dllist.List"})
    void a_package_whose_name_looks_like_that_of_a_library_has_methods(String type) {
        Frame score = new Frame(type, "score", 9);

        assertThat(new Stacks(Map.of(List.of(RUN, score), 1.0), 1)
                        .hottest()
                        .get(0)
                        .frame())
                .isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libc.so.6", "libjvm.so", "libsystem_malloc.dylib", "ntdll.dll", "[vdso]", ""})
    void a_library_has_functions(String library) {
        Frame function = new Frame(library, "malloc", 0);

        assertThat(new Stacks(Map.of(List.of(RUN, function), 1.0), 1)
                        .hottest()
                        .get(0)
                        .frame())
                .isEqualTo(RUN);
    }

    @Test
    void what_is_allocated_is_named_with_who_allocates_it() {
        Frame bytes = new Frame("byte[]", "", 0);
        Stacks stacks = new Stacks(Map.of(List.of(RUN, new Frame("java.lang.String", "concat", 9), bytes), 64.0), 1);

        assertThat(stacks.hottest().get(0).frame().name()).isEqualTo("byte[]");
        assertThat(stacks.hottest().get(0).caller()).hasValue(RUN);
    }

    @Test
    void the_text_has_a_line_for_each_stack() {
        Stacks stacks = new Stacks(
                Map.of(
                        List.of(RUN),
                        0.002,
                        List.of(new Frame("demo.Suite", "run", 9)),
                        0.001,
                        List.of(RUN, new Frame("", "futex wait", 0)),
                        0.001),
                4);

        assertThat(stacks.collapsed(1e-3)).isEqualTo("demo/Suite.run_[j] 3\ndemo/Suite.run_[j];futex_wait 1\n");
    }

    @Test
    void names_from_outside_are_no_markup() {
        Frame hostile = new Frame("a<.script>alert('x')<.script>", "<init>", 1);

        assertThat(new Stacks(Map.of(List.of(hostile), 1.0), 1).collapsed(1))
                .isEqualTo("a?/script?alert(?x?)?/script?.<init>_[j] 1\n");
    }

    @Test
    void a_place_is_where_a_stack_trace_would_look() {
        assertThat(new Frame("demo.Outer$Inner", "run", 12).place()).isEqualTo("Outer.java:12");
        assertThat(new Frame("demo.Outer", "run", 0).place()).isEmpty();
        assertThat(new Frame("demo.ParserKt", "run", 12, Optional.of("Parser.kt")).place())
                .isEqualTo("Parser.kt:12");
    }
}
