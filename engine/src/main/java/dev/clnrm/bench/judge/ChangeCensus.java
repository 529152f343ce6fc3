package dev.clnrm.bench.judge;

/**
 * How many compared cases could be judged: {@code judged 71 of 73}.
 *
 * @param judged cases whose time could be judged
 * @param cases cases of either side; each mode counts separately
 * @param family the number of cases that the evidence is adjusted for
 * @param promises budgets and laws of the head that were judged
 * @param promised all budgets and laws of the head
 */
public record ChangeCensus(int judged, int cases, int family, int promises, int promised) {}
