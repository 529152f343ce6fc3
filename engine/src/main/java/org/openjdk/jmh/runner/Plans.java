package org.openjdk.jmh.runner;

import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** The door to what JMH keeps to its package: plans for the benchmarks of one fork. */
public final class Plans {
    private Plans() {}

    /** A plan that warms up and measures each benchmark before the next. */
    public static ActionPlan of(List<BenchmarkParams> benchmarks) {
        ActionPlan plan = new ActionPlan(ActionType.FORKED);
        benchmarks.forEach(params -> plan.add(new Action(params, ActionMode.WARMUP_MEASUREMENT)));
        return plan;
    }

    /** Iterations that do not count. */
    public static IterationParams warmup(int count, TimeValue time, int batchSize) {
        return new IterationParams(IterationType.WARMUP, count, time, batchSize);
    }

    /** Iterations that count. */
    public static IterationParams measurement(int count, TimeValue time, int batchSize) {
        return new IterationParams(IterationType.MEASUREMENT, count, time, batchSize);
    }
}
