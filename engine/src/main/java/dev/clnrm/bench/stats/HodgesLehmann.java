package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;

/** The shift between two groups that no single value can move far. */
public final class HodgesLehmann {
    private HodgesLehmann() {}

    /**
     * The median of all differences head − base (Hodges &amp; Lehmann 1963).
     *
     * @param base at least one
     * @param head at least one
     */
    public static double shift(Values base, Values head) {
        double[] differences = new double[base.size() * head.size()];
        int next = 0;
        for (int i = 0; i < base.size(); i++) {
            for (int j = 0; j < head.size(); j++) {
                differences[next++] = head.get(j) - base.get(i);
            }
        }
        return Moments.median(Values.of(differences));
    }
}
