package dev.clnrm.bench.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What the JIT compiler may do differently on the head of a case that was called slower. It may explain the verdict and never
 * changes it.
 *
 * @param outgrown methods that grew over a limit
 * @param inlining calls that are inlined on one side only
 * @param failure why the list is incomplete, one clause; empty if it is complete
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record JitFindings(List<Outgrown> outgrown, List<Inlining> inlining, Optional<String> failure) {
    public static final JitFindings NONE = new JitFindings(List.of(), List.of(), Optional.empty());

    /** The most findings of each kind. */
    private static final int MOST = 5;

    public JitFindings {
        outgrown = outgrown.stream().limit(MOST).toList();
        inlining = inlining.stream().limit(MOST).toList();
    }

    /**
     * A method whose code exceeds a limit.
     *
     * @param method its class and name
     * @param before the bytes of its code on the base
     * @param after the same on the head
     * @param limit the limit that it exceeds
     * @param bytes the value of the limit in the measured JVM
     */
    public record Outgrown(String method, int before, int after, SizeLimit limit, int bytes) {}

    /**
     * A call that is inlined on one side only.
     *
     * @param callee the called method
     * @param caller the calling method
     * @param onBase whether the base inlines it
     * @param reason the compiler's reason against inlining on the other side
     */
    public record Inlining(String callee, String caller, boolean onBase, String reason) {}

    /** The same, with the reason why it is incomplete. */
    public JitFindings failing(String why) {
        return new JitFindings(outgrown, inlining, Optional.of(why));
    }
}
