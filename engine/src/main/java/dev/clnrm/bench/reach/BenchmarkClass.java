package dev.clnrm.bench.reach;

/**
 * A class of a benchmark.
 *
 * @param digest the digest of its code; for a suite class, the digest of the code that declares the case
 * @param source its source file, relative to the root of its package
 */
public record BenchmarkClass(String digest, String source) {}
