package dev.clnrm.bench.stats;

/**
 * How much forks differ, and which change they can show.
 *
 * @param spread the standard deviation of the logarithms of forks that the interval uses: 0.01 is about 1 %
 * @param degrees its degrees of freedom; infinite if it is known from the suite
 * @param detectable the smallest change detected with 80 % power: 0.041 is 4.1 %
 */
public record Precision(double spread, double degrees, double detectable) {}
