package dev.clnrm.bench.fork.internal;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.clnrm.bench.dsl.Internals.spec;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.dsl.BenchmarkDeclaration;
import dev.clnrm.bench.dsl.Internals;
import dev.clnrm.bench.dsl.Params;
import dev.clnrm.bench.fork.internal.Shapes.State;
import dev.clnrm.bench.model.Source;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every shape runs under JMH, here on two threads of this JVM, and passes the declared arguments to its body. */
class ShapesTest {
    private static final int THREADS = 2;
    private static final int BATCH = 3;
    private static final String IGNORE_LOCK = "jmh.ignoreLock";

    @BeforeAll
    static void let_other_builds_run_jmh_too() {
        System.setProperty(IGNORE_LOCK, "true");
    }

    @AfterAll
    static void restore() {
        System.clearProperty(IGNORE_LOCK);
    }

    @BeforeEach
    void forget() {
        Shapes.forget();
    }

    static Stream<String> kinds() {
        return Shapes.KINDS.stream();
    }

    private static RunResult run(String benchmark, String... values) throws Exception {
        BenchmarkDeclaration declared = Internals.benchmark(SuiteClasses.find(Shapes.class.getName()), benchmark)
                .orElseThrow(() -> new AssertionError(benchmark));
        Source.Body source = (Source.Body) spec(declared).source();
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(source.shape()) + "$")
                .mode(Mode.AverageTime)
                .forks(0)
                .threads(THREADS)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        new CaseKey(Shapes.class.getName(), benchmark, List.of(values))
                .toParameters()
                .forEach(options::param);
        if (source.batch() > 0) {
            options.param(CaseKey.BATCH, Integer.toString(BATCH)).operationsPerInvocation(BATCH);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        assertThat(results).hasSize(1);
        return results.iterator().next();
    }

    private static Set<List<Object>> calls() {
        return Set.copyOf(Shapes.CALLS);
    }

    private static Set<Object> first() {
        return Shapes.CALLS.stream().map(call -> call.get(0)).collect(toSet());
    }

    private static Set<Object> second() {
        return Shapes.CALLS.stream().map(call -> call.get(1)).collect(toSet());
    }

    private static void madeFrom(Object... values) {
        assertThat(Shapes.MADE).isNotEmpty();
        for (State state : Shapes.MADE) {
            assertThat(state.madeFrom).containsExactlyElementsIn(values).inOrder();
        }
    }

    private static void everyStateIsUsedAndCleanedOnce(int states) {
        assertThat(Shapes.MADE).hasSize(states);
        assertThat(first()).containsExactlyElementsIn(Shapes.MADE);
        assertThat(Shapes.CLEANED).containsExactlyElementsIn(Shapes.MADE);
    }

    private static void everyCallHasAStateOfItsOwn() {
        assertThat(Shapes.MADE.size() % BATCH).isEqualTo(0);
        assertThat(Shapes.CALLS.stream().map(call -> call.get(0)).toList()).containsExactlyElementsIn(Shapes.MADE);
        assertThat(Shapes.CLEANED).containsExactlyElementsIn(Shapes.MADE);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_body_without_arguments(String kind) throws Exception {
        run(kind + "/none");
        assertThat(calls()).containsExactly(List.of());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void one_state_for_all_threads(String kind) throws Exception {
        run(kind + "/given");
        everyStateIsUsedAndCleanedOnce(1);
        madeFrom();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void one_state_for_each_thread(String kind) throws Exception {
        run(kind + "/givenPerThread");
        everyStateIsUsedAndCleanedOnce(THREADS);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void one_state_for_each_call(String kind) throws Exception {
        run(kind + "/givenEach");
        everyCallHasAStateOfItsOwn();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_parameter(String kind) throws Exception {
        run(kind + "/over", "2");
        assertThat(calls()).containsExactly(List.of(2));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_state_made_from_a_parameter(String kind) throws Exception {
        run(kind + "/over/given", "2");
        everyStateIsUsedAndCleanedOnce(1);
        madeFrom(2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_state_and_the_parameter_it_is_made_from(String kind) throws Exception {
        run(kind + "/over/given+", "1");
        assertThat(first()).containsExactlyElementsIn(Shapes.MADE);
        assertThat(second()).containsExactly(1);
        madeFrom(1);
        assertThat(Shapes.CLEANED).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_state_for_each_thread_and_the_parameter(String kind) throws Exception {
        run(kind + "/over/givenPerThread+", "1");
        everyStateIsUsedAndCleanedOnce(THREADS);
        assertThat(second()).containsExactly(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_state_for_each_call_and_the_parameter(String kind) throws Exception {
        run(kind + "/over/givenEach+", "1");
        everyCallHasAStateOfItsOwn();
        assertThat(second()).containsExactly(1);
        madeFrom(1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void two_parameters(String kind) throws Exception {
        run(kind + "/over2", "2", "ten");
        assertThat(calls()).containsExactly(List.of(2, 10L));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_state_and_the_two_parameters_it_is_made_from(String kind) throws Exception {
        for (String way : List.of("given+", "givenPerThread+", "givenEach+")) {
            Shapes.forget();
            run(kind + "/over2/" + way, "2", "ten");
            madeFrom(2, 10L);
            assertThat(first()).containsExactlyElementsIn(Shapes.MADE);
            assertThat(second().stream().map(p -> ((Params) p).integer("n")).distinct())
                    .containsExactly(2);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void three_parameters_and_more_go_together(String kind) throws Exception {
        run(kind + "/over3", "2", "ten", "b");
        assertThat(first().stream().map(p -> Shapes.all((Params) p)).distinct()).containsExactly(List.of(2, 10L, "b"));
        Shapes.forget();
        run(kind + "/over4", "2", "ten", "b", "c");
        assertThat(first().stream().map(p -> ((Params) p).text("t")).distinct()).containsExactly("c");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_state_and_the_three_parameters_it_is_made_from(String kind) throws Exception {
        for (String way : List.of("given+", "givenPerThread+", "givenEach+")) {
            Shapes.forget();
            run(kind + "/over3/" + way, "1", "ten", "a");
            madeFrom(1, 10L, "a");
            assertThat(first()).containsExactlyElementsIn(Shapes.MADE);
            assertThat(second().stream().map(p -> Shapes.all((Params) p)).distinct())
                    .containsExactly(List.of(1, 10L, "a"));
        }
    }

    @Test
    void an_operation_lasts_until_its_stage_completes() throws Exception {
        RunResult result = run("late");
        assertWithMessage("seconds per operation")
                .that(result.getPrimaryResult().getScore())
                .isAtLeast(0.004);
        assertThat(result.getPrimaryResult().getScoreUnit()).isEqualTo("s/op");
    }

    @Test
    void a_case_that_is_not_declared_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> find(Shapes.class.getName(), "Object/over", "3"));
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> find(Shapes.class.getName(), "Object/missing"));
        assertThat(missing)
                .hasMessageThat()
                .isEqualTo("suite dev.clnrm.bench.fork.internal.Shapes declares no benchmark `Object/missing`");
        SuiteClassException unknown =
                assertThrows(SuiteClassException.class, () -> find("com.acme.Missing", "Object/none"));
        assertThat(unknown)
                .hasMessageThat()
                .isEqualTo("it is not on the class path; build the project first, or correct the name");
    }

    private static void find(String suiteClass, String benchmark, String... values) throws Exception {
        BodyState state = new ObjectBody.Shared();
        state.suiteClass = suiteClass;
        state.benchmark = benchmark;
        state.values = String.join("\u001f", values);
        state.find();
    }

    @Test
    void the_key_of_a_case_survives_its_way_to_the_fork() {
        for (List<String> values : List.of(List.<String>of(), List.of("a"), List.of("a b", "ü\u2028", "\\u001f\""))) {
            CaseKey key = new CaseKey("com.acme.Suite", "x/y", values);
            var parameters = key.toParameters();
            assertThat(CaseKey.of("com.acme.Suite", "x/y", parameters.getOrDefault(CaseKey.VALUES, "")))
                    .isEqualTo(key);
        }
    }
}
