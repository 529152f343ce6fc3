package dev.clnrm.bench.app;

import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.profile.JitFindings;
import dev.clnrm.bench.profile.JitFindings.Inlining;
import dev.clnrm.bench.profile.JitFindings.Outgrown;
import dev.clnrm.bench.profile.Profile;
import dev.clnrm.bench.profile.ProfiledForks.NotProfiled;
import dev.clnrm.bench.profile.SecondForks;
import dev.clnrm.bench.profile.SizeLimits;
import dev.clnrm.bench.reach.GrownMethod;
import dev.clnrm.bench.reach.ReachFinder;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds what the JIT compiler may do differently on the head of a case that is proven slower. These are methods that outgrew a limit, from
 * the class files, and calls that only one side inlines, from the compiler's log. Methods that are rare in the profiles of both sides are
 * omitted.
 *
 * @param reach finds the methods that are longer on the head
 * @param environment the variables of this program; a JVM sees only a few of them
 */
record JitExplaining(ReachFinder reach, Map<String, String> environment) {
    /** The smallest share of samples with a method in their stacks. A rarer method explains little. */
    private static final double LEAST = 0.01;

    /**
     * Finds both kinds.
     *
     * @param profiles of the base and the head
     * @param forks the second forks of both sides, with a log of their compilations
     */
    JitFindings of(PlannedCase head, List<Profile> profiles, SecondForks forks)
            throws NotProfiled, InterruptedException {
        List<Inlining> inlining = forks.inlining();
        JitFindings sizes = sizes(head, profiles);
        return new JitFindings(sizes.outgrown(), most(inlining, Inlining::callee, profiles), sizes.failure());
    }

    /**
     * Finds the methods that outgrew a limit, the most frequent in the samples first.
     *
     * @param profiles of the base and the head; empty if the case could not be profiled, so all methods count
     */
    JitFindings sizes(PlannedCase head, List<Profile> profiles) throws InterruptedException {
        List<GrownMethod> longer = reach.grown(head);
        if (longer.isEmpty()) {
            return JitFindings.NONE;
        }
        try {
            SizeLimits limits = SizeLimits.of(head.launch(), environment);
            List<Outgrown> all = longer.stream()
                    .flatMap(one -> limits
                            .crossed(one.before(), one.after())
                            .map(limit ->
                                    new Outgrown(one.name(), one.before(), one.after(), limit, limits.bytes(limit)))
                            .stream())
                    .toList();
            return new JitFindings(
                    profiles.isEmpty() ? all : most(all, Outgrown::method, profiles), List.of(), Optional.empty());
        } catch (IOException e) {
            return JitFindings.NONE.failing("its JVM does not report its limits: " + e.getMessage());
        }
    }

    private static <T> List<T> most(List<T> found, Function<T, String> method, List<Profile> profiles) {
        record Seen<T>(T one, double share) {}
        return found.stream()
                .map(one -> new Seen<>(one, share(method.apply(one), profiles)))
                .filter(seen -> seen.share >= LEAST)
                .sorted(Comparator.comparingDouble((Seen<T> seen) -> seen.share).reversed())
                .map(Seen::one)
                .toList();
    }

    private static double share(String method, List<Profile> profiles) {
        return profiles.stream()
                .mapToDouble(profile -> profile.below(method))
                .max()
                .orElse(0);
    }
}
