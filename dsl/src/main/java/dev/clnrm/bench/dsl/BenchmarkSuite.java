package dev.clnrm.bench.dsl;

/**
 * A class that declares a suite. It needs a public constructor without arguments. It is found by name or as a service of
 * {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface BenchmarkSuite {
    /** Declares the suite. Called once in each process that needs it; it must not run any benchmark body. */
    Suite declare();
}
