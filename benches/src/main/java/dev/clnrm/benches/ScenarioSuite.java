package dev.clnrm.benches;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.exponent;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.overhead;
import static dev.clnrm.bench.dsl.Bench.percent;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.cleanroom.policy.Policy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Scenarios of scripted steps: the overhead of the library over the steps that a test declares. Each step does a declared amount
 * of work without sleeping, except in {@code concurrent_scenario}, whose steps wait and use no core.
 */
public final class ScenarioSuite implements BenchmarkSuite {
    private static final long SEED = 42;

    private static final Map<String, Policy> LEVELS = new LinkedHashMap<>();

    static {
        LEVELS.put("low", Policy.low());
        LEVELS.put("medium", Policy.medium());
        LEVELS.put("high", Policy.high("work"));
    }

    @Override
    public Suite declare() {
        return suite("scenario")
                .measuredBy(forks(3, 10).iterations(20, millis(100)))
                .benchmarks(
                        benchmark("single_step_scenario")
                                .given(() -> PreparedScenario.working(1))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run),
                        benchmark("multi_step_scenario")
                                .over("steps", 2, 5, 10, 20, 50)
                                .given(steps -> PreparedScenario.working(steps))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run),
                        benchmark("concurrent_scenario")
                                .over("steps", 5, 10, 20)
                                .given(PreparedScenario::waitingSideBySide)
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run),
                        benchmark("scenario_with_policy")
                                .over("level", LEVELS)
                                .given(policy -> PreparedScenario.working(policy))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run),
                        benchmark("deterministic_scenario")
                                .given(() -> PreparedScenario.working(5).deterministic(SEED))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run),
                        benchmark("async_scenario")
                                .over("steps", 1, 5, 10, 20)
                                .given(steps -> PreparedScenario.working(steps))
                                .tearDown(PreparedScenario::close)
                                .measureAsync(prepared -> prepared.scenario().runAsync()),
                        benchmark("scenario_with_timeout")
                                .over("timeout", 100, 500, 1000, 5000)
                                .given(timeout -> PreparedScenario.working(5).timeout(Duration.ofMillis(timeout)))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run))
                .laws(
                        exponent("multi_step_scenario", "steps")
                                .within(0.95, 1.05)
                                .label("steps scale linearly"),
                        overhead("scenario_with_policy{level=low}", "multi_step_scenario{steps=5}")
                                .atMost(percent(5))
                                .label("a policy of level low is nearly free"),
                        overhead("scenario_with_policy{level=medium}", "multi_step_scenario{steps=5}")
                                .atMost(percent(10))
                                .label("a policy of level medium costs little"),
                        overhead("scenario_with_policy{level=high}", "multi_step_scenario{steps=5}")
                                .atMost(percent(20))
                                .label("a policy of level high costs a fifth at most"),
                        overhead("async_scenario{steps=20}", "multi_step_scenario{steps=20}")
                                .atMost(percent(5))
                                .label("asynchronous runs cost what synchronous ones do"));
    }
}
