package dev.clnrm.bench.judge;

/**
 * How many budgets and laws could be judged: {@code judged 71 of 73}.
 *
 * @param measured cases with at least one number
 * @param cases all cases known to the run
 * @param judged limits and laws that pass, warn, fail or are inconclusive
 * @param promises all limits and laws
 */
public record Census(int measured, int cases, int judged, int promises) {}
