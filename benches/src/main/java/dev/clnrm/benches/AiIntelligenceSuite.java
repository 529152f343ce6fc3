package dev.clnrm.benches;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.exponent;
import static dev.clnrm.bench.dsl.Bench.forks;
import static dev.clnrm.bench.dsl.Bench.millis;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

/** The cost of recording executions for the recorded tests. */
public final class AiIntelligenceSuite implements BenchmarkSuite {
    /** The number of prepared databases: to create one for each start takes longer than to open it. */
    private static final int READY = 8;

    @Override
    public Suite declare() {
        return suite("ai_intelligence")
                .measuredBy(forks(3, 10).iterations(20, millis(100)))
                .benchmarks(
                        benchmark("ai_service_startup")
                                .givenEach(Store::stopped)
                                .batch(READY)
                                .tearDown(Store::close)
                                .measure(Store::start),
                        benchmark("test_execution_storage/single_execution")
                                .given(Store::running)
                                .tearDown(Store::close)
                                .measure(Store::storeOne),
                        benchmark("data_structures/test_execution_creation")
                                .given(Executions::new)
                                .measure(executions -> executions.next()),
                        benchmark("data_structures/resource_usage_creation")
                                .given(Executions::new)
                                .measure(Executions::usage),
                        benchmark("batch_test_creation")
                                .over("size", 10, 50, 100, 500, 1000)
                                .given(size -> Store.running())
                                .tearDown(Store::close)
                                .measure((store, size) -> store.storeBatch(size)),
                        benchmark("health_check")
                                .given(Store::running)
                                .tearDown(Store::close)
                                .measure(Store::health),
                        benchmark("memory_allocation")
                                .over("count", 100, 1000, 10_000)
                                .given(count -> new Executions())
                                .measure((executions, count) -> executions.next(count)))
                .laws(
                        exponent("memory_allocation", "count")
                                .within(0.9, 1.1)
                                .label("executions cost the same however many there are"),
                        // Below 1 because of the disk's cost per commit; about 1 if that cost is zero.
                        exponent("batch_test_creation", "size")
                                .within(0.3, 1.1)
                                .label("an execution costs no more in a larger batch"));
    }
}
