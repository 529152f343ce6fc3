package dev.clnrm.bench.profile;

import dev.clnrm.bench.profile.Stacks.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method that costs more per operation than before, including the JDK methods that it calls.
 *
 * @param frame the method; a method of the JDK only if no user method called it
 * @param share its extra cost as a share of the operation's extra cost: 0.75 is three quarters of a slowdown; above 1 if other
 *     methods cost less than before
 * @param parts the JDK methods that it calls and that grew, or what it allocates or waits for, the largest growth first
 */
public record Growth(Frame frame, double share, List<Part> parts) {
    /** The number of standard deviations within which growth counts as chance. */
    private static final double DEVIATIONS = 3;

    /** The smallest share of a slowdown that is listed. */
    private static final double LEAST = 0.05;

    private static final int MOST_PARTS = 3;

    public Growth {
        parts = List.copyOf(parts);
    }

    /**
     * A part of a growth.
     *
     * @param method the method that grew
     * @param share as in the growth
     */
    public record Part(String method, double share) {}

    /**
     * The methods whose cost grew by more than chance, the largest growth first.
     *
     * <p>A method with a share s of n samples has the standard deviation √(s (1 − s) / n), as a binomial share.
     *
     * @param ratio the cost of an operation on the head divided by its cost on the base; above 1, and infinite if the base has no
     *     cost
     */
    public static List<Growth> between(Stacks base, Stacks head, double ratio) {
        if (head.samples() == 0 || !(ratio > 1)) {
            return List.of();
        }
        double before = base.samples() == 0 ? 0 : 1 / ratio;
        double more = 1 - before;
        Map<Frame, Place> ofBase = base.places();
        List<Growth> grown = new ArrayList<>();
        head.places().forEach((method, place) -> {
            Optional<Place> earlier = before == 0 ? Optional.empty() : Optional.ofNullable(ofBase.get(method));
            double now = place.weight() / head.total();
            double then = earlier.map(Place::weight).orElse(0.0) / Math.max(base.total(), Double.MIN_NORMAL);
            double growth = now - then * before;
            double deviation = Math.hypot(
                    deviation(now, head.samples()), before == 0 ? 0 : before * deviation(then, base.samples()));
            if (growth > DEVIATIONS * deviation && growth >= LEAST * more) {
                List<Part> parts = new ArrayList<>();
                place.parts()
                        .forEach((part, weight) -> parts.add(new Part(
                                part,
                                (weight / head.total()
                                                - earlier.map(one -> one.parts().getOrDefault(part, 0.0) / base.total())
                                                                .orElse(0.0)
                                                        * before)
                                        / more)));
                parts.removeIf(part -> part.share < LEAST);
                parts.sort(Comparator.comparingDouble(Part::share).reversed());
                grown.add(
                        new Growth(place.frame(), growth / more, parts.subList(0, Math.min(MOST_PARTS, parts.size()))));
            }
        });
        grown.sort(Comparator.comparingDouble(Growth::share).reversed());
        return grown;
    }

    /** The rounding of a sum may make a share a little larger than 1. */
    private static double deviation(double share, int samples) {
        return Math.sqrt(Math.max(0, share * (1 - share)) / samples);
    }
}
