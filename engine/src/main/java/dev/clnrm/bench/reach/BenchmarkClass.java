package dev.clnrm.bench.reach;

/**
 * A class that a benchmark is made of.
 *
 * @param digest of what it does; of a suite class, of what declares the case
 * @param source its source file, below the root of its package
 */
public record BenchmarkClass(String digest, String source) {}
