package dev.clnrm.bench.analyse;

/**
 * What the cases of a suite say together about the spread of forks, before one of them is looked at by itself (Smyth 2004).
 *
 * @param degrees how many degrees of freedom it is worth, above 0; infinite where the cases do not differ
 * @param sd the typical standard deviation of the logarithms of fork means: 0.01 is about 1 %
 */
public record Prior(double degrees, double sd) {
    public Prior {
        if (!(degrees > 0) || !(sd >= 0)) {
            throw new IllegalArgumentException(
                    "a prior has degrees of freedom and a spread, but this has " + degrees + " and " + sd);
        }
    }
}
