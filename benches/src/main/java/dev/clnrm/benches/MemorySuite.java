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
import dev.clnrm.benches.MemoryFixtures.Asked;
import dev.clnrm.benches.MemoryFixtures.Containers;
import dev.clnrm.benches.MemoryFixtures.Services;
import dev.clnrm.benches.MemoryFixtures.Views;
import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.EnvironmentMetrics;
import dev.clnrm.cleanroom.ServiceHandle;

/** The memory of the cleanroom: how it grows, and what it costs to read it. */
public final class MemorySuite implements BenchmarkSuite {
    /**
     * The number of new environments that are prepared at a time: enough to hide the cost of the clock, few enough that a
     * thousand containers in each fit into the heap, and ten fit into the processor's cache.
     */
    private static final int READY = 16;

    @Override
    public Suite declare() {
        return suite("memory")
                .measuredBy(forks(3, 10).iterations(20, millis(100)))
                .benchmarks(
                        benchmark("container_registry_growth")
                                .over("containers", 10, 50, 100, 500, 1000)
                                .givenEach(Containers::none)
                                .batch(READY)
                                .tearDown(Containers::close)
                                .measure(Containers::create),
                        benchmark("service_registry_growth")
                                .over("services", 10, 50, 100, 500)
                                .givenEach(Services::none)
                                .batch(READY)
                                .tearDown(Services::close)
                                .measure(Services::register),
                        benchmark("metrics_overhead/baseline_operation")
                                .givenEach(CleanroomEnvironment::open)
                                .batch(READY)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(MemoryFixtures::operation),
                        benchmark("metrics_overhead/with_metrics_read")
                                .givenEach(CleanroomEnvironment::open)
                                .batch(READY)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(env -> MemoryFixtures.operation(env).metrics()),
                        benchmark("metrics_overhead/with_multiple_metrics_reads")
                                .givenEach(CleanroomEnvironment::open)
                                .batch(READY)
                                .tearDown(CleanroomEnvironment::close)
                                .measureInto((env, blackhole) -> {
                                    MemoryFixtures.operation(env);
                                    for (int read = 0; read < 10; read++) {
                                        blackhole.consume(env.metrics());
                                    }
                                }),
                        benchmark("container_lookup")
                                .over("containers", 10, 100, 1000)
                                .given(Asked::new)
                                .tearDown(Asked::close)
                                .measureInto((asked, blackhole) -> blackhole.consume(asked.next())),
                        benchmark("cloning_overhead/clone_metrics")
                                .given(MemorySuite::metrics)
                                .measure(MemoryFixtures::copy),
                        benchmark("cloning_overhead/clone_service_handle")
                                .given(MemorySuite::handle)
                                .measure(handle ->
                                        new ServiceHandle(handle.id(), handle.serviceName(), handle.metadata())),
                        benchmark("zero_copy/counts")
                                .given(Views::new)
                                .tearDown(Views::close)
                                .measureLong(Views::counts),
                        benchmark("zero_copy/containers")
                                .given(Views::new)
                                .tearDown(Views::close)
                                .measureLong(Views::containers),
                        benchmark("zero_copy/services")
                                .given(Views::new)
                                .tearDown(Views::close)
                                .measureLong(Views::services),
                        benchmark("concurrent_memory_access")
                                .over("tasks", 5, 10, 25, 50)
                                .given(tasks -> Containers.all(100))
                                .tearDown(Containers::close)
                                .measureLong(Containers::askedBy))
                .laws(
                        exponent("container_lookup", "containers")
                                .within(-0.15, 0.15)
                                .label("lookup does not slow down as containers grow"),
                        // Up to a dozen entries fit into a new hash table; every later one also pays for doublings.
                        exponent("container_registry_growth", "containers")
                                .within(0.85, 1.25)
                                .label("containers grow about linearly"),
                        exponent("service_registry_growth", "services")
                                .within(0.85, 1.25)
                                .label("services grow about linearly"),
                        overhead("metrics_overhead/with_metrics_read", "metrics_overhead/baseline_operation")
                                .atMost(percent(10))
                                .label("reading metrics is cheap"));
    }

    private static EnvironmentMetrics metrics() {
        try (CleanroomEnvironment environment = Fixtures.used()) {
            return environment.metrics();
        }
    }

    private static ServiceHandle handle() {
        try (CleanroomEnvironment environment = Fixtures.withService()) {
            return environment.start(Fixtures.SERVICE);
        }
    }
}
