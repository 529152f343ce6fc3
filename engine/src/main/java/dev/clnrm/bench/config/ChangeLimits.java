package dev.clnrm.bench.config;

/**
 * Which changes against a base count, and what they are called.
 *
 * @param thresholds names for proven slowdowns
 * @param failOn which of them fail the check
 * @param tolerance the change that counts as none
 * @param margin the slowdown that ok excludes, a share of the base
 */
public record ChangeLimits(Thresholds thresholds, FailOn failOn, Tolerance tolerance, double margin) {}
