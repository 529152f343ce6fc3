package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case with failed forks, on the base, the head or both.
 *
 * @param name the case
 * @param base its failure on the base; empty if it did not fail there
 * @param head its failure on the head; empty if it did not fail there
 */
public record CaseFailure(CaseName name, Optional<OnSide> base, Optional<OnSide> head) {
    public CaseFailure {
        if (base.isEmpty() && head.isEmpty()) {
            throw new IllegalArgumentException(name + " failed on no side");
        }
    }

    /**
     * The failure on one side.
     *
     * @param how the failure of its first failed fork
     * @param failed the number of failed forks, at least 1
     * @param of the number of started forks
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

    /** The sides on which it failed. */
    public enum Where {
        /** It failed on both sides: the change did not cause it, and the case cannot be judged. */
        BOTH_SIDES,
        /** It failed only on the base: the head is judged as a new case, because there is nothing to compare it with. */
        BASE_ALONE,
        /** It failed only on the head: the change, or something it needs, breaks the benchmark. */
        HEAD_ALONE
    }

    /** Every case that failed on a side, in the order of the head; cases that only the base has come last. */
    static List<CaseFailure> of(Side base, Side head) {
        Map<CaseName, OnSide> ofBase = ofSide(base);
        Map<CaseName, OnSide> ofHead = ofSide(head);
        Set<CaseName> names = new LinkedHashSet<>();
        for (Side side : List.of(head, base)) {
            side.cases().forEach(one -> names.add(one.samples().name()));
        }
        List<CaseFailure> found = new ArrayList<>();
        for (CaseName name : names) {
            Optional<OnSide> onBase = Optional.ofNullable(ofBase.get(name));
            Optional<OnSide> onHead = Optional.ofNullable(ofHead.get(name));
            if (onBase.isPresent() || onHead.isPresent()) {
                found.add(new CaseFailure(name, onBase, onHead));
            }
        }
        return found;
    }

    private static Map<CaseName, OnSide> ofSide(Side side) {
        Map<CaseName, OnSide> failures = new LinkedHashMap<>();
        for (Measured one : side.cases()) {
            CaseSamples samples = one.samples();
            List<Outcome.Failed> failed = samples.failures();
            if (!failed.isEmpty()) {
                failures.putIfAbsent(
                        samples.name(),
                        new OnSide(failed.get(0), failed.size(), samples.forks().size()));
            }
        }
        return failures;
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
