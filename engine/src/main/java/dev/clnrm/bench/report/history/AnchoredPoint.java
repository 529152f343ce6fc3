package dev.clnrm.bench.report.history;

import dev.clnrm.bench.stats.Interval;

/**
 * One case in one run, beside the anchor of its series.
 *
 * @param run the place of the run in its history, from 0
 * @param platform the place of the platform in its history, from 0
 * @param ratio the time over that of the anchor
 * @param links how many measured ratios it is the product of; 1 if it was measured beside the anchor itself
 */
public record AnchoredPoint(int run, int platform, Interval ratio, int links) {}
