package dev.clnrm.benches;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.efficiency;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.percent;
import static dev.clnrm.bench.dsl.Bench.ratio;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.MockContainer;
import dev.clnrm.cleanroom.MockService;

/** Core operations of the cleanroom, which every test run pays for. */
public final class CleanroomSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        return suite("cleanroom")
                .measuredBy(forks(3, 10).iterations(20, millis(100)))
                .benchmarks(
                        benchmark("cleanroom_creation").measure(CleanroomEnvironment::open),
                        benchmark("service_registration")
                                .givenEach(CleanroomEnvironment::open)
                                .measure(env -> env.register(MockService.named(Fixtures.SERVICE))),
                        benchmark("service_lifecycle/start_service")
                                .givenEach(Fixtures::withService)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(env -> env.start(Fixtures.SERVICE)),
                        benchmark("service_lifecycle/start_and_stop_service")
                                .given(Fixtures::withService)
                                .tearDown(CleanroomEnvironment::close)
                                .measureInto((env, blackhole) -> {
                                    blackhole.consume(env.start(Fixtures.SERVICE));
                                    blackhole.consume(env.stop(Fixtures.SERVICE));
                                }),
                        benchmark("container_reuse/first_creation")
                                .givenEach(CleanroomEnvironment::open)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(env -> env.getOrCreateContainer(Fixtures.CONTAINER, MockContainer::create)),
                        benchmark("container_reuse/reuse_existing")
                                .given(Fixtures::withContainer)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(env -> env.getOrCreateContainer(Fixtures.CONTAINER, MockContainer::create)),
                        benchmark("metrics/get_metrics")
                                .given(Fixtures::used)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(CleanroomEnvironment::metrics),
                        benchmark("metrics/get_container_stats")
                                .given(Fixtures::used)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(CleanroomEnvironment::containerStatistics),
                        benchmark("execute_test")
                                .given(Fixtures::withContainer)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(env -> env.executeTest(
                                        "reuse",
                                        () -> env.getOrCreateContainer(Fixtures.CONTAINER, MockContainer::create))),
                        benchmark("concurrent_operations")
                                .over("tasks", 1, 5, 10, 25, 50)
                                .given(Fixtures::withWaitingServices)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(env -> {
                                    Object started =
                                            env.startAll().toCompletableFuture().join();
                                    env.stopAll();
                                    return started;
                                }),
                        benchmark("health_checks")
                                .over("services", 1, 5, 10, 20)
                                .given(Fixtures::withRunningServices)
                                .tearDown(CleanroomEnvironment::close)
                                .measure(CleanroomEnvironment::checkHealth))
                .laws(
                        ratio("container_reuse/first_creation", "container_reuse/reuse_existing")
                                .atLeast(10)
                                .label("container reuse pays"),
                        efficiency("concurrent_operations", "tasks")
                                .at(50)
                                .atLeast(percent(300))
                                .label("concurrency pays"));
    }
}
