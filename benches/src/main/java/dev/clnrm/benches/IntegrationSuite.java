package dev.clnrm.benches;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.ratio;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.cleanroom.backend.ProcessBackend;
import dev.clnrm.cleanroom.policy.Policy;

/**
 * Scenarios of real processes. They take a thousand times as long as scripted ones and depend on the machine's kernel, so quick
 * runs skip them.
 */
public final class IntegrationSuite implements BenchmarkSuite {
    static final String GROUP = "integration";

    @Override
    public Suite declare() {
        return suite("integration")
                .measuredBy(forks(3, 10).iterations(10, millis(200)))
                .benchmarks(
                        benchmark("process_step")
                                .given(() -> PreparedScenario.of(ProcessBackend.host(), 1, "true"))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run)
                                .group(GROUP),
                        benchmark("process_scenario")
                                .given(() -> PreparedScenario.of(ProcessBackend.host(), 3, "sh", "-c", "echo $HOME")
                                        .policy(Policy.medium()))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run)
                                .group(GROUP),
                        benchmark("waiting_steps/in_order")
                                .given(() -> PreparedScenario.waiting(5))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run)
                                .group(GROUP),
                        benchmark("waiting_steps/side_by_side")
                                .given(() -> PreparedScenario.waitingSideBySide(5))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run)
                                .group(GROUP))
                .laws(ratio("waiting_steps/in_order", "waiting_steps/side_by_side")
                        .atLeast(3)
                        .label("steps that wait are three times faster side by side"));
    }
}
