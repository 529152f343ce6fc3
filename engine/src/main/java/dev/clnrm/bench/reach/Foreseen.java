package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import java.util.List;
import java.util.Optional;

/**
 * Which cases a change will likely move, by what past changes did.
 *
 * @param changes how many past changes reached a case
 * @param cases what the change reaches, the likeliest first; empty if there are too few past changes to tell
 * @param tried how good such predictions were; absent if none was tried
 */
public record Foreseen(int changes, List<Likelihood> cases, Optional<HitRate> tried) {
    public Foreseen {
        cases = List.copyOf(cases);
    }

    /**
     * How likely a change moves a case.
     *
     * @param probability from 0 to 1
     * @param of how many past changes of the same files there were
     * @param moved how many of them moved it
     */
    public record Likelihood(CaseName name, double probability, int moved, int of) {
        /** A case is called likely to move from here on. */
        public static final double LIKELY = 0.5;

        /** Whether it rather moves than not. */
        public boolean likely() {
            return probability >= LIKELY;
        }
    }

    /**
     * How good predictions of past changes were, each from the changes before it. The Brier score is the mean squared distance of the probability to
     * what came, 1 or 0; smaller is better (Brier 1950).
     *
     * @param tried how many there were: a case and a change that reached it
     * @param moved how many of these cases moved
     * @param likely how many were called likely
     * @param right how many of the likely moved
     * @param brier the score of the predictions
     */
    public record HitRate(int tried, int moved, int likely, int right, double brier) {
        /** The Brier score of predicting that every case that is reached moves. */
        public double always() {
            return 1 - never();
        }

        /** The Brier score of predicting that none does. */
        public double never() {
            return (double) moved / tried;
        }
    }
}
