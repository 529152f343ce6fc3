package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The step-down adjustment of several p values, under any dependence between them (Holm 1979). */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted p values, in the order given: with p₍₁₎ ≤ … ≤ p₍ₘ₎, the largest of (m − j + 1) · p₍ⱼ₎ over j ≤ i, at most 1.
     *
     * @param p each in [0, 1]
     */
    public static Values adjust(Values p) {
        int[] order = IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparingDouble(p::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.size()];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, Math.min(1, (order.length - i) * p.get(order[i])));
            adjusted[order[i]] = most;
        }
        return Values.of(adjusted);
    }
}
