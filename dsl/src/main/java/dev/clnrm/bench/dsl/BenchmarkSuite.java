package dev.clnrm.bench.dsl;

/**
 * A class that declares a suite; it has a public constructor without arguments and is found by name or as a service of
 * {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface BenchmarkSuite {
    /** The suite. Called once in each process that needs it; runs no body. */
    Suite declare();
}
