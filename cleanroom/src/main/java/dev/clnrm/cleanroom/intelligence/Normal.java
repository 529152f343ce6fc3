package dev.clnrm.cleanroom.intelligence;

/** The standard normal distribution. */
final class Normal {
    /** Chebyshev's fit to the complementary error function; Press et al., Numerical Recipes, 2nd edition (1992), §6.2. */
    private static final double[] FIT = {
        -1.26551223,
        1.00002368,
        0.37409196,
        0.09678418,
        -0.18628806,
        0.27886807,
        -1.13520398,
        1.48851587,
        -0.82215223,
        0.17087277
    };

    private Normal() {}

    /**
     * The probability of a value at least this far from 0 on either side, with a relative error below 1.2e-7.
     *
     * @param z from 0
     */
    static double twoSided(double z) {
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        double exponent = 0;
        for (int i = FIT.length - 1; i >= 0; i--) {
            exponent = FIT[i] + t * exponent;
        }
        return Math.min(t * Math.exp(-x * x + exponent), 1);
    }
}
