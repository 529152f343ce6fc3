package dev.clnrm.bench.author;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.dsl.Bench.atMost;
import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.bytes;
import static dev.clnrm.bench.dsl.Bench.change;
import static dev.clnrm.bench.dsl.Bench.command;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.jmh;
import static dev.clnrm.bench.dsl.Bench.kibibytes;
import static dev.clnrm.bench.dsl.Bench.mebibytes;
import static dev.clnrm.bench.dsl.Bench.micros;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.nanos;
import static dev.clnrm.bench.dsl.Bench.percent;
import static dev.clnrm.bench.dsl.Bench.seconds;
import static dev.clnrm.bench.dsl.Bench.suite;
import static dev.clnrm.bench.dsl.Bench.within;
import static dev.clnrm.bench.dsl.Internals.code;
import static dev.clnrm.bench.dsl.Internals.spec;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.dsl.BenchmarkDeclaration;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Share;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.Time;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClausesTest {
    private static BenchmarkDeclaration plain() {
        return benchmark("x").measure(() -> "");
    }

    private static List<Fault> faults(BenchmarkDeclaration benchmark) {
        return spec(suite("s").benchmarks(benchmark)).faults();
    }

    private static List<String> messages(BenchmarkDeclaration benchmark) {
        return faults(benchmark).stream().map(Fault::message).toList();
    }

    @Test
    void every_clause_of_a_benchmark_lands_in_the_model() {
        Limit<Time> time = atMost(micros(200)).critical(micros(500)).percentile(99);
        Limit<Bytes> allocation = atMost(kibibytes(4)).critical(mebibytes(1));
        Change timeChange = within(percent(5))
                .ofBase()
                .warning(percent(10))
                .critical(percent(20))
                .alert(percent(40));
        Change allocationChange = change().alert(percent(1));

        BenchmarkSpec spec = spec(plain().time(time)
                .time(timeChange)
                .allocation(allocation)
                .allocation(allocationChange)
                .because("every test starts with it")
                .label("Creation")
                .category("Core")
                .owner("@clnrm/core")
                .mode(Mode.SAMPLE)
                .threads(2)
                .operationsPerInvocation(3)
                .group("integration", "slow")
                .measuredBy(forks(1, 2)));

        Place place = spec.place();
        assertThat(spec)
                .isEqualTo(new BenchmarkSpec(
                        "x",
                        new Source.Body("dev.clnrm.bench.fork.internal.ObjectBody.Shared.none", 0),
                        List.of(),
                        Optional.of(Mode.SAMPLE),
                        Optional.of(2),
                        Optional.of(3),
                        List.of("integration", "slow"),
                        Measure.OPEN.withForks(new Forks(1, 2)),
                        new Budget(
                                Optional.of("Creation"),
                                Optional.of("Core"),
                                Optional.of(new Limit<>(
                                        new Time(2e-4), Optional.of(new Time(5e-4)), Optional.of(99.0), time.place())),
                                Optional.of(new Limit<>(
                                        new Bytes(4096),
                                        Optional.of(new Bytes(1048576)),
                                        Optional.empty(),
                                        allocation.place())),
                                Optional.of(new Change(
                                        Optional.of(0.05),
                                        Optional.of(0.1),
                                        Optional.of(0.2),
                                        Optional.of(0.4),
                                        timeChange.place())),
                                Optional.of(new Change(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(0.01),
                                        allocationChange.place())),
                                Optional.of("every test starts with it"),
                                Optional.of("@clnrm/core")),
                        place));
        assertThat(place.file()).isEqualTo("ClausesTest.java");
    }

    @Test
    void a_benchmark_without_clauses_promises_nothing() {
        BenchmarkSpec spec = spec(plain());
        assertThat(spec)
                .isEqualTo(BenchmarkSpec.of(
                        "x", new Source.Body("dev.clnrm.bench.fork.internal.ObjectBody.Shared.none", 0), spec.place()));
    }

    @Test
    void a_clause_leaves_the_benchmark_it_is_said_of_as_it_was() {
        BenchmarkDeclaration before = plain();
        BenchmarkSpec spec = spec(before);
        List<BenchmarkDeclaration> after = List.of(
                before.time(atMost(nanos(1))),
                before.time(change()),
                before.allocation(atMost(bytes(1))),
                before.allocation(change()),
                before.because("b"),
                before.label("l"),
                before.category("c"),
                before.owner("o"),
                before.mode(Mode.THROUGHPUT),
                before.threads(0),
                before.operationsPerInvocation(0),
                before.group("g"),
                before.measuredBy(forks(0, 0)));

        assertThat(spec(before)).isEqualTo(spec);
        assertThat(faults(before)).isEmpty();
        for (BenchmarkDeclaration changed : after) {
            assertThat(changed).isNotSameInstanceAs(before);
        }
    }

    @Test
    void a_draft_can_be_ended_in_two_ways() {
        var given = benchmark("x").given(() -> "state");
        var torn = given.tearDown(s -> {});
        assertThat(torn).isNotSameInstanceAs(given);
        assertThat(spec(given.measure(s -> s)).source())
                .isEqualTo(new Source.Body("dev.clnrm.bench.fork.internal.ObjectBody.Shared.one", 0));
        assertThat(spec(given.measureLong(s -> 1L)).source())
                .isEqualTo(new Source.Body("dev.clnrm.bench.fork.internal.LongBody.Shared.one", 0));
    }

    @Test
    void annotated_code_and_programs_are_benchmarks_too() {
        assertThat(spec(jmh(ClausesTest.class, "parse")).name()).isEqualTo("ClausesTest/parse");
        assertThat(spec(jmh(ClausesTest.class, "parse")).source())
                .isEqualTo(new Source.Jmh("dev.clnrm.bench.author.ClausesTest", "parse"));
        assertThat(spec(jmh("other", ClausesTest.class, "parse")).name()).isEqualTo("other");
        assertThat(spec(jmh(Inner.class, "parse")).source())
                .isEqualTo(new Source.Jmh("dev.clnrm.bench.author.ClausesTest$Inner", "parse"));
        assertThat(spec(command("tool", "./tool", "--flag")).source())
                .isEqualTo(new Source.Command(List.of("./tool", "--flag")));
        assertThat(code(command("tool", "./tool")).isPresent()).isFalse();
        assertThat(code(plain()).isPresent()).isTrue();
    }

    private static final class Inner {}

    @Test
    void units_are_seconds_and_bytes_inside() {
        assertThat(nanos(1)).isEqualTo(new Time(1e-9));
        assertThat(micros(1)).isEqualTo(new Time(1e-6));
        assertThat(millis(1)).isEqualTo(new Time(1e-3));
        assertThat(seconds(1)).isEqualTo(new Time(1));
        assertThat(bytes(1)).isEqualTo(new Bytes(1));
        assertThat(kibibytes(1)).isEqualTo(new Bytes(1024));
        assertThat(mebibytes(1)).isEqualTo(new Bytes(1048576));
        assertThat(percent(5)).isEqualTo(new Share(0.05));
    }

    @Test
    void two_limits_on_one_metric_are_both_pointed_at() {
        Limit<Time> first = atMost(micros(1));
        Limit<Time> second = atMost(micros(2));

        assertThat(faults(plain().time(first).time(second)))
                .containsExactly(
                        new Fault(second.place(), "two limits on the time of `x`", "the first is at " + first.place()));
        assertThat(first.place().line()).isNotEqualTo(second.place().line());
    }

    @Test
    void every_metric_has_one_limit_and_one_rule_for_its_change() {
        assertThat(messages(plain().allocation(atMost(bytes(1))).allocation(atMost(bytes(2)))))
                .containsExactly("two limits on the allocation of `x`");
        assertThat(messages(plain().time(change()).time(change())))
                .containsExactly("two rules for the change of time of `x`");
        assertThat(messages(plain().allocation(change()).allocation(change())))
                .containsExactly("two rules for the change of allocation of `x`");
        assertThat(messages(plain().time(atMost(micros(1)))
                        .allocation(atMost(bytes(1)))
                        .time(change())
                        .allocation(change())))
                .isEmpty();
    }

    @Test
    void allocation_has_no_percentiles() {
        Limit<Bytes> limit = atMost(bytes(1)).percentile(99);
        assertThat(faults(plain().allocation(limit)))
                .containsExactly(new Fault(limit.place(), "a percentile limits the allocation of `x`", ""));
    }

    @Test
    void a_limit_of_no_time_cannot_be_kept() {
        Limit<Time> limit = atMost(micros(0));
        assertThat(faults(plain().time(limit)))
                .containsExactly(new Fault(limit.place(), "a limit of 0 is put on the time of `x`", ""));
        assertThat(faults(plain().allocation(atMost(bytes(0))))).isEmpty();
    }

    @Test
    void thresholds_rise() {
        String fault = "the thresholds for the change of `x` do not increase";
        assertThat(messages(plain().time(change().warning(percent(30)).critical(percent(20)))))
                .containsExactly(fault);
        assertThat(messages(plain().time(change().warning(percent(30)).alert(percent(20)))))
                .containsExactly(fault);
        assertThat(messages(plain().allocation(change().critical(percent(30)).alert(percent(20)))))
                .containsExactly(fault);
        assertThat(messages(plain().time(change().warning(percent(20)).alert(percent(20)))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void counts_are_at_least_one(int count) {
        assertThat(messages(plain().threads(count))).containsExactly("threads of `x` are " + count);
        assertThat(messages(plain().operationsPerInvocation(count)))
                .containsExactly("operations per invocation of `x` are " + count);
        assertThat(messages(benchmark("x").givenEach(() -> "").batch(count).measure(s -> s)))
                .containsExactly("the batch of `x` is " + count);
        assertThat(messages(benchmark("x")
                        .over("n", 1)
                        .givenEach(n -> "")
                        .batch(count)
                        .measure(s -> s)))
                .containsExactly("the batch of `x` is " + count);
    }

    @Test
    void a_batch_is_of_inputs_made_for_every_invocation() {
        assertThat(faults(benchmark("x").givenEach(() -> "").batch(1).measure(s -> s)))
                .isEmpty();
        List<Fault> idle = faults(benchmark("x").given(() -> "").batch(8).measure(s -> s));
        assertThat(idle).hasSize(1);
        assertThat(idle.get(0).message())
                .isEqualTo("`x` has a batch, but its input is not prepared for every invocation");
        assertThat(idle.get(0).help()).isEqualTo("use givenEach, or remove batch");
        assertThat(messages(benchmark("x")
                        .over("n", 1)
                        .givenPerThread(n -> "")
                        .batch(8)
                        .measure(s -> s)))
                .hasSize(1);
    }

    static Stream<Arguments> amounts_that_are_none() {
        return Stream.of(
                Arguments.of((Executable) () -> micros(-5), "a time is finite and not negative, but this is -5.0E-6 s"),
                Arguments.of(
                        (Executable) () -> seconds(Double.NaN), "a time is finite and not negative, but this is NaN s"),
                Arguments.of(
                        (Executable) () -> seconds(Double.POSITIVE_INFINITY),
                        "a time is finite and not negative, but this is Infinity s"),
                Arguments.of(
                        (Executable) () -> kibibytes(-1),
                        "an amount of bytes is finite and not negative, but this is -1024.0"),
                Arguments.of((Executable) () -> percent(Double.NaN), "a share is finite, but this is NaN"),
                Arguments.of(
                        (Executable) () -> within(percent(-5)).ofBase(),
                        "a change is a share of the base from 0, but this is -0.05"),
                Arguments.of(
                        (Executable) () -> atMost(micros(2)).critical(micros(1)),
                        "the critical limit is below the budget"),
                Arguments.of(
                        (Executable) () -> atMost(micros(2)).percentile(0),
                        "a percentile lies in (0, 100], but this is 0.0"),
                Arguments.of(
                        (Executable) () -> atMost(micros(2)).percentile(100.1),
                        "a percentile lies in (0, 100], but this is 100.1"),
                Arguments.of((Executable) () -> command("x"), "a command has at least a program"));
    }

    @ParameterizedTest
    @MethodSource
    void amounts_that_are_none(Executable word, String message) {
        assertThat(assertThrows(IllegalArgumentException.class, word))
                .hasMessageThat()
                .isEqualTo(message);
    }
}
