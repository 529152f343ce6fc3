package dev.clnrm.bench.author;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.suite;
import static dev.clnrm.bench.dsl.Internals.code;
import static dev.clnrm.bench.dsl.Internals.spec;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.dsl.BenchmarkDeclaration;
import dev.clnrm.bench.dsl.Code;
import dev.clnrm.bench.dsl.Params;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static BenchmarkDeclaration over(Object... values) {
        return benchmark("x").over("p", values).measure(p -> p);
    }

    private static List<String> messages(BenchmarkDeclaration benchmark) {
        return faults(benchmark).stream().map(Fault::message).toList();
    }

    private static List<Fault> faults(BenchmarkDeclaration benchmark) {
        return spec(suite("s").benchmarks(benchmark)).faults();
    }

    @Test
    void values_are_named_by_their_own_text_in_the_order_written() {
        BenchmarkDeclaration benchmark = benchmark("x")
                .over("count", 10, 1, 5)
                .over("text", "b", "a")
                .over("wait", Duration.ofMillis(5))
                .measure(p -> p);

        assertThat(spec(benchmark).parameters())
                .containsExactly(
                        new Parameter("count", List.of("10", "1", "5")),
                        new Parameter("text", List.of("b", "a")),
                        new Parameter("wait", List.of("PT0.005S")))
                .inOrder();
        assertThat(faults(benchmark)).isEmpty();
    }

    @Test
    void values_with_names_keep_the_order_of_their_map() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("small", new Object());
        values.put("large", new Object());
        values.put("huge", new Object());

        BenchmarkDeclaration benchmark = benchmark("x").over("p", values).measure(p -> p);

        assertThat(spec(benchmark).parameters()).containsExactly(new Parameter("p", List.of("small", "large", "huge")));
        assertThat(faults(benchmark)).isEmpty();
    }

    @Test
    void values_of_a_map_without_an_order_are_in_the_order_of_their_names() {
        Map<String, Integer> values = Map.of("d", 4, "b", 2, "e", 5, "a", 1, "c", 3);

        BenchmarkDeclaration benchmark = benchmark("x").over("p", values).measure(p -> p);

        assertThat(spec(benchmark).parameters()).containsExactly(new Parameter("p", List.of("a", "b", "c", "d", "e")));
    }

    @Test
    void later_changes_of_the_authors_array_and_map_change_nothing() throws Exception {
        Integer[] array = {1, 2};
        Map<String, Integer> map = new HashMap<>(Map.of("one", 1));
        BenchmarkDeclaration benchmark =
                benchmark("x").over("a", array).over("m", map).measure((a, m) -> a + m);

        array[0] = 7;
        map.put("one", 7);

        Code code = code(benchmark).orElseThrow();
        Params params = code.params(List.of("1", "one"));
        assertThat(code.argument(0, params)).isEqualTo(1);
        assertThat(code.argument(1, params)).isEqualTo(1);
    }

    private record Holder(Object held) {}

    private static final class Hashed {
        @Override
        public int hashCode() {
            return 42;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hashed;
        }
    }

    static Stream<Arguments> values_without_a_readable_name() {
        Supplier<String> lambda = () -> "";
        return Stream.<Object>of(
                        new Object(),
                        new Hashed(),
                        new int[] {1},
                        new String[] {"a"},
                        new Holder[0],
                        lambda,
                        new Holder(new Object()),
                        new Holder(new byte[] {1}),
                        List.of(new Hashed()))
                .map(value -> Arguments.of(value));
    }

    @ParameterizedTest
    @MethodSource
    void values_without_a_readable_name(Object value) {
        assertThat(messages(over(new Object[] {value})))
                .containsExactly("a value of parameter `p` has no readable name: " + value);
        assertThat(faults(over(new Object[] {value})).get(0).help())
                .isEqualTo("give names: .over(\"p\", Map.of(\"small\", …))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@bad.example", "com.acme@cafe", "[I@1b2c3d"})
    void a_text_is_readable_whatever_it_holds(String value) {
        assertThat(messages(over(value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "{", "}", "a,b", "a\tb", "a\nb", "\u001f", "\u0085", "\ud800"})
    void values_that_hold_what_separates_values(String value) {
        assertThat(messages(over(value)))
                .containsExactly(
                        "the value `" + value + "` of parameter `p` contains one of {},= or a control character");
        BenchmarkDeclaration named = benchmark("x").over("p", Map.of(value, 1)).measure(p -> p);
        assertThat(messages(named)).isEqualTo(messages(over(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003"})
    void values_without_any_visible_character(String value) {
        assertThat(messages(over(value))).containsExactly("a value of parameter `p` has a blank name");
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "a b\u2003"})
    void values_whose_blanks_at_the_ends_would_be_lost(String value) {
        assertThat(messages(over(value)))
                .containsExactly("the value `" + value + "` of parameter `p` starts or ends with a space");
    }

    @Test
    void a_blank_inside_a_value_is_kept() {
        assertThat(messages(over("a b"))).isEmpty();
    }

    @Test
    void values_that_look_alike() {
        assertThat(messages(over(1, "1"))).containsExactly("parameter `p` has the value `1` twice");
    }

    @Test
    void a_parameter_without_values() {
        assertThat(messages(over())).containsExactly("parameter `p` has no values");
        assertThat(messages(benchmark("x").over("p", Map.of()).measure(p -> p)))
                .containsExactly("parameter `p` has no values");
    }

    @Test
    void a_value_that_is_null() {
        List<Object> values = new ArrayList<>(Collections.nCopies(2, 1));
        values.set(0, nothing());
        assertThat(messages(over(values.toArray()))).containsExactly("a value of parameter `p` is null");

        Map<String, Object> map = new HashMap<>();
        map.put("a", nothing());
        assertThat(messages(benchmark("x").over("p", map).measure(p -> p)))
                .containsExactly("a value of parameter `p` or its name is null");
    }

    /** Null, as code without annotations might pass it. */
    private static Object nothing() {
        return Objects.requireNonNullElse(Arrays.asList(new Object[1]), List.of())
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a=b", "a,b", "{a}", "a/b", "a*"})
    void a_parameters_name_that_case_names_cannot_hold(String name) {
        BenchmarkDeclaration benchmark = benchmark("x").over(name, 1).measure(p -> p);
        assertThat(faults(benchmark).stream().map(Fault::message))
                .containsExactly("parameter name `" + name + "` cannot be written in budgets.yaml");
        assertThat(faults(benchmark).get(0).help()).isEqualTo("use letters, digits, _ . and -");
    }

    @Test
    void two_parameters_of_one_name_are_both_pointed_at() {
        var first = benchmark("x").over("n", 1).over("m", 2);
        var second = first.over("n", 3);

        List<Fault> faults = faults(second.measure(p -> p));

        assertThat(faults).hasSize(1);
        Fault fault = faults.get(0);
        assertThat(fault.message()).isEqualTo("benchmark `x` has two parameters `n`");
        assertThat(fault.help())
                .isEqualTo(
                        "the first is at ParametersTest.java:" + (fault.place().line() - 1));
    }

    @Test
    void a_value_that_was_not_declared_is_refused_in_the_measured_jvm() {
        Code code = code(over(1, 2)).orElseThrow();

        IllegalArgumentException unknown =
                assertThrows(IllegalArgumentException.class, () -> code.params(List.of("3")));
        assertThat(unknown).hasMessageThat().isEqualTo("parameter `p` has no value `3`; it has [1, 2]");
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> code.params(List.of("1", "2")));
        assertThat(wrong).hasMessageThat().isEqualTo("1 parameters are declared, 2 given");
    }

    @Test
    void params_give_typed_values_by_name() {
        BenchmarkDeclaration benchmark = benchmark("x")
                .over("n", 1)
                .over("s", "a")
                .over("d", Map.of("long", Duration.ofHours(1)))
                .measure(p -> p);

        Params params = code(benchmark).orElseThrow().params(List.of("1", "a", "long"));

        assertThat(params.integer("n")).isEqualTo(1);
        assertThat(params.text("s")).isEqualTo("a");
        assertThat(params.get("d", Duration.class)).isEqualTo(Duration.ofHours(1));
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> params.get("n", String.class));
        assertThat(wrong).hasMessageThat().isEqualTo("no parameter `n` of type String; there are [n, s, d]");
        assertThrows(IllegalArgumentException.class, () -> params.text("missing"));
    }
}
