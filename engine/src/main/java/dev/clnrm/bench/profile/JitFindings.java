package dev.clnrm.bench.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What the JIT compiler may do otherwise on the head of a case that was called slower. It may explain the verdict and never changes it.
 *
 * @param outgrown methods that grew over a limit
 * @param inlining calls that are inlined on one side only
 * @param failure why that is not all, one clause; absent if it is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JitFindings(List<Outgrown> outgrown, List<Inlining> inlining, Optional<String> failure) {
    /** Nothing found. */
    public static final JitFindings NONE = new JitFindings(List.of(), List.of(), Optional.empty());

    /** More do not help a reader. */
    private static final int MOST = 5;

    public JitFindings {
        outgrown = outgrown.stream().limit(MOST).toList();
        inlining = inlining.stream().limit(MOST).toList();
    }

    /**
     * A method with more code than a limit allows.
     *
     * @param method its class and name
     * @param before how many bytes its code has on the base
     * @param after the same on the head
     * @param limit what it outgrew
     * @param bytes how many that limit allows in the measured JVM
     */
    public record Outgrown(String method, int before, int after, SizeLimit limit, int bytes) {}

    /**
     * A call that is inlined on one side only.
     *
     * @param callee the method that is called
     * @param caller who calls it
     * @param onBase whether it is the base that inlines it
     * @param reason why the compiler does not on the other side, in its own words
     */
    public record Inlining(String callee, String caller, boolean onBase, String reason) {}

    /** The same, if no more can be found. */
    public JitFindings failing(String why) {
        return new JitFindings(outgrown, inlining, Optional.of(why));
    }
}
