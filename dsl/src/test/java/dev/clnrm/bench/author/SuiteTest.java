package dev.clnrm.bench.author;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.dsl.Bench.atMost;
import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.efficiency;
import static dev.clnrm.bench.dsl.Bench.exponent;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.measuring;
import static dev.clnrm.bench.dsl.Bench.micros;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.overhead;
import static dev.clnrm.bench.dsl.Bench.percent;
import static dev.clnrm.bench.dsl.Bench.ratio;
import static dev.clnrm.bench.dsl.Bench.seconds;
import static dev.clnrm.bench.dsl.Bench.suite;
import static dev.clnrm.bench.dsl.Internals.spec;

import dev.clnrm.bench.dsl.BenchmarkDeclaration;
import dev.clnrm.bench.dsl.Internals;
import dev.clnrm.bench.dsl.LawDeclaration;
import dev.clnrm.bench.dsl.Measuring;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.SuiteSpec;
import dev.clnrm.bench.model.Warmup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteTest {
    private static final BenchmarkDeclaration BENCHMARK = benchmark("x").measure(() -> "");

    private static List<String> messages(Suite suite) {
        return spec(suite).faults().stream().map(Fault::message).toList();
    }

    private static List<String> messages(Measuring measuring) {
        return messages(suite("s").measuredBy(measuring).benchmarks(BENCHMARK));
    }

    private static List<String> messages(LawDeclaration... laws) {
        return messages(suite("s").benchmarks(BENCHMARK).laws(laws));
    }

    @Test
    void every_clause_of_a_suite_lands_in_the_model() {
        BenchmarkDeclaration other = benchmark("y/z").measureInt(() -> 1);

        SuiteSpec spec = spec(suite("s")
                .measuredBy(forks(3, 10)
                        .warmup(atMost(seconds(2)))
                        .iterations(20, millis(100))
                        .confidence(percent(99))
                        .jvmArgs("-Xmx1g", "-Xms1g")
                        .java("21")
                        .env("HOME", "_x1"))
                .benchmarks(BENCHMARK)
                .benchmarks(other)
                .laws(ratio("x", "y/z").atLeast(10))
                .laws(
                        exponent("x", "n").within(0.95, 1.05).label("linear"),
                        efficiency("x", "n").at(50).atLeast(percent(300)),
                        overhead("x", "y/z").atMost(percent(5))));

        assertThat(spec.name()).isEqualTo("s");
        assertThat(spec.measure())
                .isEqualTo(new Measure(
                        Optional.of(new Forks(3, 10)),
                        Optional.of(new Warmup.Adaptive(2)),
                        Optional.of(new Iterations(20, 0.1)),
                        Optional.empty(),
                        Optional.of(0.99),
                        List.of("-Xmx1g", "-Xms1g"),
                        Optional.of("21"),
                        List.of("HOME", "_x1")));
        assertThat(spec.benchmarks())
                .containsExactly(spec(BENCHMARK), spec(other))
                .inOrder();
        List<Place> places = spec.laws().stream().map(Law::place).toList();
        assertThat(spec.laws())
                .containsExactly(
                        new Law.Ratio("y/z at least 10 x faster than x", "s/x", "s/y/z", 10, places.get(0)),
                        new Law.Exponent("linear", "s/x", "n", 0.95, 1.05, places.get(1)),
                        new Law.Efficiency("efficiency of x at 50 n at least 300 %", "s/x", "n", 50, 3, places.get(2)),
                        new Law.Overhead("overhead of x over y/z at most 5 %", "s/x", "s/y/z", 0.05, places.get(3)))
                .inOrder();
        assertThat(spec.faults()).isEmpty();
    }

    @Test
    void how_hard_to_measure_may_be_said_in_part() {
        Measure measure =
                spec(suite("s").measuredBy(measuring().warmup(3, millis(10)))).measure();
        assertThat(measure).isEqualTo(Measure.OPEN.withWarmup(new Warmup.Fixed(3, 0.01)));
    }

    @Test
    void a_clause_leaves_the_suite_it_is_said_of_as_it_was() {
        Suite before = suite("s").benchmarks(BENCHMARK);
        SuiteSpec spec = spec(before);

        before.benchmarks(benchmark("y").measure(() -> ""));
        before.laws(ratio("a", "b").atLeast(1));
        before.measuredBy(forks(1, 1));

        assertThat(spec(before)).isEqualTo(spec);
    }

    @Test
    void a_clause_leaves_what_it_is_said_of_as_it_was() {
        Measuring open = measuring();
        open.forks(1, 1);
        open.java("17");
        open.warmup(-1, seconds(1));
        assertThat(spec(suite("s").measuredBy(open).benchmarks(BENCHMARK)).measure())
                .isEqualTo(Measure.OPEN);
        assertThat(messages(open)).isEmpty();

        LawDeclaration law = ratio("a", "b").atLeast(10);
        law.label("other");
        assertThat(spec(suite("s").laws(law)).laws().get(0).name()).isEqualTo("b at least 10 x faster than a");
    }

    @Test
    void benchmarks_are_found_by_name() {
        Suite suite = suite("s").benchmarks(BENCHMARK);
        assertThat(Internals.benchmark(suite, "x").orElseThrow()).isSameInstanceAs(BENCHMARK);
        assertThat(Internals.benchmark(suite, "y").isPresent()).isFalse();
    }

    @Test
    void two_benchmarks_of_one_name_are_both_pointed_at() {
        BenchmarkSpec first = spec(BENCHMARK);
        BenchmarkDeclaration second = benchmark("x").measureInt(() -> 1);

        assertThat(spec(suite("s").benchmarks(BENCHMARK, second)).faults())
                .containsExactly(new Fault(
                        spec(second).place(),
                        "benchmark `x` is declared twice in suite `s`",
                        "the first is at " + first.place()));
    }

    @Test
    void a_suite_without_benchmarks_measures_nothing() {
        SuiteSpec spec = spec(suite("s"));
        assertThat(spec.faults())
                .containsExactly(new Fault(spec.place(), "suite `s` has no benchmarks", "add .benchmarks(…)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b-c_d", "größe", "7"})
    void names_of_suites(String name) {
        assertThat(messages(suite(name).benchmarks(BENCHMARK))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "a*", "a{b}", "a=b", "a,b", "a$b", "a\n"})
    void names_suites_cannot_have(String name) {
        assertThat(spec(suite(name).benchmarks(BENCHMARK)).faults().stream().map(f -> f.message() + "; " + f.help()))
                .containsExactly(
                        "suite name `" + name + "` cannot be written in budgets.yaml; use letters, digits, _ . and -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b/c", "Outer$Inner/parse", "größe.x-y_z"})
    void names_of_benchmarks(String name) {
        assertThat(messages(suite("s").benchmarks(benchmark(name).measure(() -> ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a//b", "a b", "a*", "a{b}", "a=b", "a,b"})
    void names_benchmarks_cannot_have(String name) {
        assertThat(messages(suite("s").benchmarks(benchmark(name).measure(() -> ""))))
                .containsExactly("benchmark name `" + name + "` cannot be written in budgets.yaml");
    }

    static Stream<Arguments> measuring_that_is_none() {
        return Stream.of(
                Arguments.of(
                        forks(0, 1), "forks are from 1 and the maximum is not below the minimum, but these are 0 to 1"),
                Arguments.of(
                        forks(3, 2), "forks are from 1 and the maximum is not below the minimum, but these are 3 to 2"),
                Arguments.of(
                        measuring().warmup(-1, seconds(1)),
                        "a warm-up is a number of iterations of more than 0 s, but this is -1 x 1.0"),
                Arguments.of(
                        measuring().warmup(1, seconds(0)),
                        "a warm-up is a number of iterations of more than 0 s, but this is 1 x 0.0"),
                Arguments.of(
                        measuring().warmup(atMost(seconds(1)).critical(seconds(2))),
                        "a warm-up has neither a critical limit nor a percentile"),
                Arguments.of(
                        measuring().iterations(0, seconds(1)),
                        "iterations are at least 1 of more than 0 s, but these are 0 x 1.0 s"),
                Arguments.of(
                        measuring().iterations(1, seconds(0)),
                        "iterations are at least 1 of more than 0 s, but these are 1 x 0.0 s"),
                Arguments.of(
                        measuring().confidence(percent(100)), "a confidence lies between 0 and 1, but this is 1.0"),
                Arguments.of(measuring().env("1a"), "`1a` is not the name of an environment variable"));
    }

    @ParameterizedTest
    @MethodSource
    void measuring_that_is_none(Measuring measuring, String message) {
        assertThat(messages(measuring)).containsExactly(message);
        assertThat(messages(suite("s").benchmarks(BENCHMARK.measuredBy(measuring))))
                .containsExactly(message);
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(messages(suite("a b")
                        .measuredBy(forks(0, 1).env("-").iterations(0, micros(1)))
                        .benchmarks(
                                benchmark("c d").measure(() -> ""),
                                BENCHMARK.threads(0).operationsPerInvocation(0),
                                BENCHMARK)
                        .laws(ratio("a", "b").atLeast(-1))))
                .hasSize(9);
    }

    static Stream<Arguments> laws_that_are_none() {
        return Stream.of(
                Arguments.of(
                        ratio("a", "b").atLeast(-1).label("n"),
                        "the law `n` needs a ratio of at least 0, but this is -1.0"),
                Arguments.of(
                        ratio("a", "b").atLeast(Double.NaN).label("n"),
                        "the law `n` needs a ratio of at least 0, but this is NaN"),
                Arguments.of(
                        exponent("a", "p").within(2, 1).label("n"),
                        "the law `n` needs a range whose end is not below its start, but this is 2.0 to 1.0"),
                Arguments.of(
                        exponent("a", "p").within(0, Double.POSITIVE_INFINITY).label("n"),
                        "the law `n` needs a range whose end is not below its start, but this is 0.0 to Infinity"),
                Arguments.of(
                        efficiency("a", "p")
                                .at(Double.NaN)
                                .atLeast(percent(100))
                                .label("n"),
                        "the law `n` needs a share of at least 0 % at a value, but this is 100.0 % at NaN"),
                Arguments.of(
                        efficiency("a", "p").at(2).atLeast(percent(-100)).label("n"),
                        "the law `n` needs a share of at least 0 % at a value, but this is -100.0 % at 2.0"),
                Arguments.of(
                        overhead("a", "b").atMost(percent(-50)).label("n"),
                        "the law `n` needs a share of at least 0 %, but this is -50.0 %"),
                Arguments.of(overhead("a", "b").atMost(percent(0)).label(" "), "the label of a law is blank"));
    }

    @ParameterizedTest
    @MethodSource
    void laws_that_are_none(LawDeclaration law, String message) {
        assertThat(messages(law)).containsExactly(message);
    }

    @Test
    void two_laws_of_one_name_are_both_pointed_at() {
        LawDeclaration first = ratio("a", "b").atLeast(10).label("pays");
        LawDeclaration second = ratio("b", "c").atLeast(10).label("pays");

        List<Fault> faults =
                spec(suite("s").benchmarks(BENCHMARK).laws(first, second)).faults();

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).message()).isEqualTo("two laws have the label `pays`");
        assertThat(faults.get(0).help())
                .isEqualTo("the first is at SuiteTest.java:"
                        + (faults.get(0).place().line() - 1) + "; give one of them another with .label(…)");
    }
}
