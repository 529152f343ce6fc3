package dev.clnrm.cleanroom.intelligence;

/**
 * A test that passes and fails alternately. The measure is the rate of flips, as in Kowalczyk, Nair, Gao, Silberstein, Long and
 * Memon, Modeling and Ranking Flaky Tests at Apple, ICSE-SEIP 2020: a test that breaks and is then fixed flips twice, however
 * many executions failed in between.
 *
 * @param test the test
 * @param executions the number of analysed executions, the latest ones
 * @param failures those among them that failed
 * @param flips those with another outcome than the one before
 * @param flipRate the probability of a flip
 */
public record FlakyTest(String test, int executions, int failures, int flips, Proportion flipRate) {
    /** The fewest flips: a test that breaks and is fixed has two, which proves nothing. */
    static final int LEAST_FLIPS = 3;

    /** The rate of flips that changes of the code cause, one in a hundred executions; a higher rate must be proven. */
    static final double CHANGE_RATE = 0.01;

    boolean isProven() {
        return flips >= LEAST_FLIPS && flipRate.low() > CHANGE_RATE;
    }
}
