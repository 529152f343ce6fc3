package dev.clnrm.bench.profile;

import dev.clnrm.bench.profile.Stacks.Own;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method that costs an operation more than before.
 *
 * @param frame the method
 * @param caller the nearest caller that is not the JDK's; absent if the method itself is not the JDK's
 * @param share what it costs more, as a share of what the operation costs more: 0.75 is three quarters of a slowdown; above 1 if other methods
 *     cost less than before
 */
public record Growth(Frame frame, Optional<Frame> caller, double share) {
    /** Growth within so many standard deviations of the samples is chance. */
    private static final double DEVIATIONS = 3;

    /** A smaller share of a slowdown explains little. */
    private static final double LEAST = 0.05;

    /**
     * The methods that grew, the most first: those whose cost differs by more than chance.
     *
     * <p>A method with a share s of n samples has the standard deviation √(s (1 − s) / n), as a binomial share.
     *
     * @param ratio what an operation costs on the head, divided by what it costs on the base; above 1, and infinite if it cost nothing
     */
    public static List<Growth> between(Stacks base, Stacks head, double ratio) {
        if (head.samples() == 0 || !(ratio > 1)) {
            return List.of();
        }
        double before = base.samples() == 0 ? 0 : 1 / ratio;
        Map<List<Frame>, Own> ofBase = base.own();
        List<Growth> grown = new ArrayList<>();
        head.own().forEach((method, own) -> {
            double share = own.weight() / head.total();
            double earlier = before == 0
                    ? 0
                    : Optional.ofNullable(ofBase.get(method)).map(Own::weight).orElse(0.0) / base.total();
            double growth = share - earlier * before;
            double deviation = Math.hypot(
                    deviation(share, head.samples()), before == 0 ? 0 : before * deviation(earlier, base.samples()));
            if (growth > DEVIATIONS * deviation && growth >= LEAST * (1 - before)) {
                grown.add(new Growth(own.frame(), own.caller(), growth / (1 - before)));
            }
        });
        grown.sort((left, right) -> Double.compare(right.share, left.share));
        return grown;
    }

    private static double deviation(double share, int samples) {
        return Math.sqrt(share * (1 - share) / samples);
    }
}
