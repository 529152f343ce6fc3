package dev.clnrm.cleanroom.intelligence;

/**
 * The beta distribution. Formulas: Press, Teukolsky, Vetterling and Flannery, Numerical Recipes, 3rd edition (2007), §6.1
 * and §6.4.
 *
 * @param a above 0
 * @param b above 0
 */
record Beta(double a, double b) {
    /** Coefficients of Lanczos's approximation with g = 7 and n = 9, by Godfrey (2001); relative error below 1e-14. */
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private static final double TINY = 1e-300;
    private static final double EPSILON = 1e-15;

    /** The most terms: enough for parameters in the tens of thousands, which need about the square root of the larger one. */
    private static final int MOST_TERMS = 10_000;

    /** The number of bisections of the unit interval, down to the spacing of doubles next to 1/2. */
    private static final int HALVINGS = 60;

    double mean() {
        return a / (a + b);
    }

    /** The probability of a value up to x. */
    double cumulative(double x) {
        if (x <= 0) {
            return 0;
        } else if (x >= 1) {
            return 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    /** The value that is not exceeded with this probability; to 1e-15 or better. */
    double quantile(double probability) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The continued fraction of the incomplete beta function, by Lentz's method (§5.2). */
    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            double factor = d * c;
            h *= factor;
            if (Math.abs(factor - 1) < EPSILON) {
                break;
            }
        }
        return h;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** The logarithm of the gamma function for arguments from 1/2. */
    private static double logGamma(double x) {
        double y = x - 1;
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (y + i);
        }
        double t = y + 7.5;
        return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
    }
}
