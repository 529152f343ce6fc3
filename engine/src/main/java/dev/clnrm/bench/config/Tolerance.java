package dev.clnrm.bench.config;

import java.util.Comparator;
import java.util.List;

/**
 * The change that counts as no change, by the duration of an operation; shares of the base (0.03 is 3 %).
 *
 * @param steps the steps, from the shortest duration
 * @param otherwise the tolerance of all longer operations
 */
public record Tolerance(List<Step> steps, double otherwise) {
    public Tolerance {
        steps = steps.stream()
                .sorted(Comparator.comparingDouble(Step::belowSeconds))
                .toList();
        if (steps.stream().map(Step::belowSeconds).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("a tolerance has each time once, but these are " + steps);
        }
        if (!(otherwise >= 0) || Double.isInfinite(otherwise)) {
            throw new IllegalArgumentException("a tolerance is a share of the base from 0, but this is " + otherwise);
        }
    }

    /** One tolerance for all operations. */
    public static Tolerance of(double share) {
        return new Tolerance(List.of(), share);
    }

    /** The tolerance of an operation that takes {@code seconds}. */
    public double at(double seconds) {
        return steps.stream()
                .filter(step -> seconds < step.belowSeconds())
                .findFirst()
                .map(Step::share)
                .orElse(otherwise);
    }

    /**
     * The tolerance of short operations.
     *
     * @param belowSeconds the step applies to operations shorter than this
     * @param share the change that counts as no change
     */
    public record Step(double belowSeconds, double share) {
        public Step {
            if (!(belowSeconds > 0) || Double.isInfinite(belowSeconds) || !(share >= 0) || Double.isInfinite(share)) {
                throw new IllegalArgumentException("a tolerance is a share from 0 below a time above 0, but this is "
                        + share + " below " + belowSeconds + " s");
            }
        }
    }
}
