package dev.clnrm.bench.model;

/**
 * A relation between cases that holds on any machine. Cases are named {@code suite/benchmark{parameter=value}}, benchmarks
 * {@code suite/benchmark}.
 */
public sealed interface Law {
    /** The sentence people read. */
    String name();

    /** Where it was written. */
    Place place();

    /** t(slower) / t(faster) ≥ atLeast. */
    record Ratio(String name, String slower, String faster, double atLeast, Place place) implements Law {}

    /** low ≤ b ≤ high where t = a · parameter^b is fitted over all values of the parameter. */
    record Exponent(String name, String benchmark, String parameter, double low, double high, Place place)
            implements Law {}

    /** t(1) · n / t(n) ≥ atLeast at the parameter's value n = at; 3 is 300 %. */
    record Efficiency(String name, String benchmark, String parameter, double at, double atLeast, Place place)
            implements Law {}

    /** t(of) / t(over) − 1 ≤ atMost; 0.05 is 5 %. */
    record Overhead(String name, String of, String over, double atMost, Place place) implements Law {}
}
