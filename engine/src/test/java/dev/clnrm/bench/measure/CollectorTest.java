package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.runner.Plans;
import org.openjdk.jmh.runner.options.TimeValue;

/** A fork of a case with a warm-up of at most 10 iterations and 2 values; its iterations come in one by one. */
class CollectorTest {
    private static final IterationParams PARAMS = Plans.measurement(1, TimeValue.milliseconds(100), 1);

    private final PlannedCase planned = benchmark(ScriptedForks.planned("a", new Forks(1, 1)));

    @Test
    void values_count_from_where_the_rule_says() {
        Collector collector = collector(4, OptionalInt.empty());
        end(collector, 5);
        assertThat(collector.enough()).isFalse();
        end(collector, 1);

        assertThat(collector.enough()).isTrue();
        assertThat(collector.warmup().size()).isEqualTo(4);
        assertThat(collector.values().size()).isEqualTo(2);
        assertThat(collector.steady()).isTrue();
    }

    @Test
    void a_fork_that_is_never_steady_counts_from_the_cap() {
        Collector collector = collector(100, OptionalInt.empty());
        end(collector, 12);

        assertThat(collector.enough()).isTrue();
        assertThat(collector.warmup().size()).isEqualTo(10);
        assertThat(collector.values().size()).isEqualTo(2);
        assertThat(collector.steady()).isFalse();
    }

    @Test
    void a_fork_that_is_steady_only_after_the_cap_counts_from_the_cap() {
        for (int steadyFrom : new int[] {11, 12}) {
            Collector collector = collector(steadyFrom, OptionalInt.empty());
            end(collector, 12);

            assertThat(collector.enough()).isTrue();
            assertThat(collector.warmup().size()).isEqualTo(10);
            assertThat(collector.values().size()).isEqualTo(2);
            assertThat(collector.steady()).isFalse();
        }
    }

    @Test
    void a_fork_that_is_steady_just_at_the_cap_is_steady() {
        Collector collector = collector(10, OptionalInt.empty());
        end(collector, 12);

        assertThat(collector.enough()).isTrue();
        assertThat(collector.warmup().size()).isEqualTo(10);
        assertThat(collector.steady()).isTrue();
    }

    @Test
    void a_settled_warmup_holds_whatever_the_rule_says() {
        Collector early = collector(2, OptionalInt.of(5));
        end(early, 7);
        assertThat(early.enough()).isTrue();
        assertThat(early.warmup().size()).isEqualTo(5);
        assertThat(early.steady()).isTrue();

        Collector late = collector(7, OptionalInt.of(5));
        end(late, 7);
        assertThat(late.enough()).isTrue();
        assertThat(late.warmup().size()).isEqualTo(5);
        assertThat(late.steady()).isFalse();
    }

    @Test
    void iterations_after_the_last_value_are_left_out() {
        Collector collector = collector(4, OptionalInt.empty());
        end(collector, 9);

        assertThat(collector.values().size()).isEqualTo(2);
    }

    @Test
    void a_fork_that_ends_early_keeps_what_it_gave() {
        Collector collector = collector(4, OptionalInt.empty());
        end(collector, 3);

        assertThat(collector.enough()).isFalse();
        assertThat(collector.warmup().size()).isEqualTo(3);
        assertThat(collector.values().isEmpty()).isTrue();
    }

    private static PlannedCase benchmark(PlannedCase program) {
        Target target = new Target.Jmh("a.A.a", "a.A_a", 1, List.of(1), List.of(), 1, 1, Map.of());
        return new PlannedCase(program.name(), program.mode(), target, program.launch(), program.effort());
    }

    /** A fork whose times are steady from the given iteration on. */
    private Collector collector(int steadyFrom, OptionalInt settled) {
        WarmupRule rule =
                (times, seconds) -> times.size() >= steadyFrom ? OptionalInt.of(steadyFrom) : OptionalInt.empty();
        ForkJob job = new ForkJob(planned, JournalEntry.HEAD, 0, 0, settled);
        return new Collector(job, rule, RunListener.SILENT, new ProcessLog(Path.of("unwritten")));
    }

    private static void end(Collector collector, int iterations) {
        for (int i = 0; i < iterations; i++) {
            IterationResult result = new IterationResult(params(), PARAMS, new IterationResultMetaData(1, 1));
            result.addResult(new AverageTimeResult(ResultRole.PRIMARY, "a", 1, 1_000, TimeUnit.SECONDS));
            collector.iterationStarted();
            collector.iterationEnded(result);
        }
    }

    private static org.openjdk.jmh.infra.BenchmarkParams params() {
        return new org.openjdk.jmh.infra.BenchmarkParams(
                "a",
                "a",
                true,
                1,
                new int[] {1},
                java.util.List.of(),
                1,
                0,
                PARAMS,
                PARAMS,
                org.openjdk.jmh.annotations.Mode.AverageTime,
                new org.openjdk.jmh.runner.WorkloadParams(),
                TimeUnit.SECONDS,
                1,
                "",
                java.util.List.of(),
                "",
                "",
                "",
                "",
                TimeValue.seconds(1));
    }
}
