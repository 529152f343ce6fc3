package dev.clnrm.bench.stats;

import org.apache.commons.math3.special.Gamma;

/** The inverse of the trigamma function. */
final class Trigamma {
    private Trigamma() {}

    /**
     * The x with ψ′(x) = y, by Newton's method on 1/ψ′, which is nearly linear (Smyth 2004, appendix).
     *
     * @param y above 0
     */
    static double inverse(double y) {
        if (y > 1e7) {
            return 1 / Math.sqrt(y);
        }
        if (y < 1e-6) {
            return 1 / y;
        }
        double x = 0.5 + 1 / y;
        for (int i = 0; i < 50; i++) {
            double value = Gamma.trigamma(x);
            double step = value * (1 - value / y) / tetragamma(x);
            x += step;
            if (-step / x < 1e-10) {
                break;
            }
        }
        return x;
    }

    /** ψ″(x): upwards by ψ″(x) = ψ″(x + 1) − 2/x³, then the asymptotic series (Abramowitz &amp; Stegun 1964, 6.4.6 and 6.4.13). */
    static double tetragamma(double x) {
        double shifted = x;
        double sum = 0;
        while (shifted < 20) {
            sum -= 2 / (shifted * shifted * shifted);
            shifted += 1;
        }
        double r = 1 / (shifted * shifted);
        return sum - r - r / shifted - r * r / 2 + r * r * r / 6 - r * r * r * r / 6 + 3 * r * r * r * r * r / 10;
    }
}
