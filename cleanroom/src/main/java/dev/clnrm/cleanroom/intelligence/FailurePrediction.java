package dev.clnrm.cleanroom.intelligence;

import java.util.List;
import java.util.Optional;

/**
 * The probability that the next execution of a test fails.
 *
 * <p>A broken test keeps failing and a sound test keeps passing: the next outcome depends on the last one. The executions are
 * modelled as a Markov chain, in which each depends on the one before (Anderson and Goodman, Statistical Inference about Markov
 * Chains, Annals of Mathematical Statistics 28, 1957, pp. 89–110); {@code next} counts only executions that followed an outcome
 * like the last one. If outcomes do not depend on each other, it is {@code overall} from fewer executions.
 *
 * @param test the test
 * @param executions the number of analysed executions, the latest ones, from 1
 * @param failures those among them that failed
 * @param lastFailed whether the latest one failed
 * @param next the probability that the next one fails
 * @param overall the probability that any one fails
 */
public record FailurePrediction(
        String test, int executions, int failures, boolean lastFailed, Proportion next, Proportion overall) {

    /** The prediction from outcomes, the oldest first, true for passed; empty if there are none. */
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
