package dev.clnrm.bench.config;

/**
 * Which changes against a base count, and their severities.
 *
 * @param thresholds the severities of proven slowdowns
 * @param failOn the severity that fails the check
 * @param tolerance the change that counts as no change
 * @param margin the slowdown that the verdict ok excludes, as a share of the base
 */
public record ChangeLimits(Thresholds thresholds, FailOn failOn, Tolerance tolerance, double margin) {}
