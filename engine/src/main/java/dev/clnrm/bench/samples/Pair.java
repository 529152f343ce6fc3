package dev.clnrm.bench.samples;

/**
 * Both sides of a comparison.
 *
 * @param base what is compared against
 * @param head what is compared
 */
public record Pair(Side base, Side head) {}
