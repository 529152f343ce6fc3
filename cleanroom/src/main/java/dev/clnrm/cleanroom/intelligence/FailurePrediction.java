package dev.clnrm.cleanroom.intelligence;

import java.util.List;
import java.util.Optional;

/**
 * How probable it is that a test fails the next time.
 *
 * <p>A broken test goes on failing and a sound one passing: what comes next depends on what came last. The executions are
 * taken as a chain in which each depends on the one before (Anderson and Goodman, Statistical Inference about Markov
 * Chains, Annals of Mathematical Statistics 28, 1957, pp. 89–110); {@code next} counts only those that followed an outcome
 * like the last one. Where outcomes do not depend on each other, it is {@code overall} from fewer executions.
 *
 * @param test the test
 * @param executions how many were looked at, the latest ones, from 1
 * @param failures those among them that failed
 * @param lastFailed whether the latest one failed
 * @param next the probability that the next one fails
 * @param overall the probability that any one fails
 */
public record FailurePrediction(
        String test, int executions, int failures, boolean lastFailed, Proportion next, Proportion overall) {

    /** From outcomes, the oldest first, true where the test passed; empty where there are none. */
    static Optional<FailurePrediction> of(String test, List<Boolean> passed) {
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        boolean last = passed.get(passed.size() - 1);
        int failures = 0;
        int like = 0;
        int failedAfterLike = 0;
        for (int i = 0; i < passed.size(); i++) {
            boolean failed = !passed.get(i);
            failures += failed ? 1 : 0;
            if (i > 0 && passed.get(i - 1) == last) {
                like++;
                failedAfterLike += failed ? 1 : 0;
            }
        }
        return Optional.of(new FailurePrediction(
                test,
                passed.size(),
                failures,
                !last,
                Proportion.of(failedAfterLike, like),
                Proportion.of(failures, passed.size())));
    }
}
