package dev.clnrm.bench.samples;

import java.util.List;

/**
 * Both sides of a comparison.
 *
 * @param base the side to compare against
 * @param head the side that is compared
 */
public record Pair(Side base, Side head) {
    /** Two sides with the same names for the same cases and for the same variants of a case. */
    public static Pair of(Side base, Side head) {
        List<Side> named = Variants.apart(List.of(NameMatch.atNamesOf(head, base), head));
        return new Pair(named.get(0), named.get(1));
    }
}
