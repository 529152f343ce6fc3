package dev.clnrm.bench.samples;

import java.util.List;

/**
 * Both sides of a comparison.
 *
 * @param base what is compared against
 * @param head what is compared
 */
public record Pair(Side base, Side head) {
    /** Two sides with the same names for the same cases and for the ways in which a case was measured. */
    public static Pair of(Side base, Side head) {
        List<Side> named = Variants.apart(List.of(NameMatch.atNamesOf(head, base), head));
        return new Pair(named.get(0), named.get(1));
    }
}
