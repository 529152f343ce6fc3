package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Outcome;
import java.util.Optional;

/**
 * A case with failed forks, on the base, the head or both.
 *
 * @param name the case
 * @param base how it failed on the base; absent if it did not
 * @param head how it failed on the head; absent if it did not
 */
public record CaseFailure(CaseName name, Optional<OnSide> base, Optional<OnSide> head) {
    public CaseFailure {
        if (base.isEmpty() && head.isEmpty()) {
            throw new IllegalArgumentException(name + " failed on no side");
        }
    }

    /**
     * The failure of one side.
     *
     * @param how the failure of its first failed fork
     * @param failed how many forks failed, at least 1
     * @param of how many were started
     */
    public record OnSide(Outcome.Failed how, int failed, int of) {
        /** Whether no fork of this side gave values. */
        public boolean whole() {
            return failed == of;
        }

        /** {@code java.io.IOException: no such file (logs/fork-3.log)}. */
        public String cause() {
            return how.message() + how.log().map(log -> " (" + log + ")").orElse("");
        }

        private String forks() {
            return whole() ? "" : " in " + failed + " of " + of + " forks";
        }
    }

    /** On which sides it failed. */
    public enum Where {
        /** On both: the change did not cause it, and the case cannot be judged. */
        BOTH_SIDES,
        /** Only on the base: there is nothing to compare with, so the head is judged as a new case. */
        BASE_ALONE,
        /** Only on the head: the change, or what it needs, breaks the benchmark. */
        HEAD_ALONE
    }

    public Where where() {
        if (base.isEmpty()) {
            return Where.HEAD_ALONE;
        }
        return head.isEmpty() ? Where.BASE_ALONE : Where.BOTH_SIDES;
    }

    /** One clause with the first line of the cause and the log's name: {@code failed on the head alone: … (logs/fork-3.log)}. */
    public String sentence() {
        return switch (where()) {
            case BOTH_SIDES -> "failed on both sides: " + both(base.orElseThrow(), head.orElseThrow());
            case BASE_ALONE -> "failed on the base alone" + alone(base.orElseThrow());
            case HEAD_ALONE -> "failed on the head alone" + alone(head.orElseThrow());
        };
    }

    private static String alone(OnSide side) {
        return side.forks() + ": " + side.cause();
    }

    private static String both(OnSide ofBase, OnSide ofHead) {
        return ofBase.how().message().equals(ofHead.how().message())
                ? ofHead.cause()
                        + ofBase.how()
                                .log()
                                .map(log -> " and on the base (" + log + ")")
                                .orElse("")
                : "base: " + ofBase.cause() + "; head: " + ofHead.cause();
    }
}
