package dev.clnrm.bench.stats;

/**
 * How much the forks of a case differ on the log scale.
 *
 * @param variance the variance of one fork, above 0
 * @param degrees of freedom of the variance, above 0; infinite if it is known from the suite
 */
record Spread(double variance, double degrees) {
    /** The standard deviation of one fork. */
    double sd() {
        return Math.sqrt(variance);
    }

    /** The standard error of the mean of {@code forks}. */
    double error(int forks) {
        return Math.sqrt(variance / forks);
    }

    /** The half-width of the two-sided interval around the mean of {@code forks} (Student 1908). */
    double halfWidth(int forks, double confidence) {
        return StudentT.twoSided(confidence, degrees) * error(forks);
    }
}
