package dev.clnrm.bench.research;

/** A change added to the head. */
public enum Change {
    /** Every operation takes 3 % longer. */
    THREE_PERCENT(1.03),
    /** Every operation takes 5 % longer. */
    FIVE_PERCENT(1.05),
    /** Every operation takes 10 % longer. */
    TEN_PERCENT(1.10),
    /** Every operation takes 20 % longer. */
    TWENTY_PERCENT(1.20),
    /** Every tenth iteration takes twice as long, as with a garbage collection or a rare path. */
    EVERY_TENTH_DOUBLED(2) {
        @Override
        double factor(int iteration) {
            return iteration % 10 == 9 ? 2 : 1;
        }
    };

    private final double factor;

    Change(double factor) {
        this.factor = factor;
    }

    /** The factor of an iteration, counted from 0 at the start of the fork. */
    double factor(int iteration) {
        return factor;
    }
}
