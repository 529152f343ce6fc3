package dev.clnrm.benches;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.cleanroom.backend.SandboxBackend;
import dev.clnrm.cleanroom.policy.Policy;

/**
 * Scenarios in bubblewrap's sandbox. They need a machine on which bubblewrap can isolate, which is usually not possible in a
 * container. The workflows measure in a container, so they skip this suite. Quick runs skip it as well.
 */
public final class SandboxSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        return suite("sandbox")
                .measuredBy(forks(3, 10).iterations(10, millis(200)))
                .benchmarks(
                        benchmark("step")
                                .given(() -> PreparedScenario.of(SandboxBackend.find(), 1, "true"))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run)
                                .group(IntegrationSuite.GROUP),
                        benchmark("scenario")
                                .given(() -> PreparedScenario.of(SandboxBackend.find(), 3, "sh", "-c", "echo $HOME")
                                        .policy(Policy.high("sh")))
                                .tearDown(PreparedScenario::close)
                                .measure(PreparedScenario::run)
                                .group(IntegrationSuite.GROUP));
    }
}
