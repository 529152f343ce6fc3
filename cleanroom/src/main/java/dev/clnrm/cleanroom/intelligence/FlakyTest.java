package dev.clnrm.cleanroom.intelligence;

/**
 * A test that goes now one way and now the other. The measure is the rate of flips, as in Kowalczyk, Nair, Gao, Silberstein,
 * Long and Memon, Modeling and Ranking Flaky Tests at Apple, ICSE-SEIP 2020: a test that is broken and then mended flips
 * twice, however many executions failed in between.
 *
 * @param test the test
 * @param executions how many were looked at, the latest ones
 * @param failures those among them that failed
 * @param flips those that went otherwise than the one before
 * @param flipRate the probability of a flip
 */
public record FlakyTest(String test, int executions, int failures, int flips, Proportion flipRate) {
    /** One break and one mending are two flips, and prove nothing. */
    static final int LEAST_FLIPS = 3;

    /** A flip in a hundred executions is what changes of the code bring about; the rate must be proven higher. */
    static final double CHANGE_RATE = 0.01;

    boolean isProven() {
        return flips >= LEAST_FLIPS && flipRate.low() > CHANGE_RATE;
    }
}
