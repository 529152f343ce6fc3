package org.openjdk.jmh.runner;

import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** Makes a package-private part of JMH accessible: plans for the benchmarks of one fork. */
public final class Plans {
    private Plans() {}

    /** A plan that warms up and measures each benchmark before the next. */
    public static ActionPlan of(List<BenchmarkParams> benchmarks) {
        ActionPlan plan = new ActionPlan(ActionType.FORKED);
        benchmarks.forEach(params -> plan.add(new Action(params, ActionMode.WARMUP_MEASUREMENT)));
        return plan;
    }

    /** Warm-up iterations. */
    public static IterationParams warmup(int count, TimeValue time, int batchSize) {
        return new IterationParams(IterationType.WARMUP, count, time, batchSize);
    }

    /** Measured iterations. */
    public static IterationParams measurement(int count, TimeValue time, int batchSize) {
        return new IterationParams(IterationType.MEASUREMENT, count, time, batchSize);
    }
}
