package dev.clnrm.bench.samples;

/**
 * A case as it was measured on one side.
 *
 * @param samples its forks
 * @param conditions where and with what
 */
public record Measured(CaseSamples samples, Conditions conditions) {}
