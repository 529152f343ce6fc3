package dev.clnrm.bench.model;

import java.util.List;

/**
 * A relation between cases that holds on any machine. Cases are named {@code suite/benchmark{parameter=value}}, benchmarks
 * {@code suite/benchmark}.
 */
public sealed interface Law {
    /** The sentence that people read. */
    String name();

    /** Where it was written. */
    Place place();

    /** The cases or the benchmark in the law. */
    List<String> references();

    /** The same relation between other cases, as many as there are {@link #references}. */
    Law between(String name, List<String> references, Place place);

    /** t(slower) / t(faster) ≥ atLeast. */
    record Ratio(String name, String slower, String faster, double atLeast, Place place) implements Law {
        @Override
        public List<String> references() {
            return List.of(slower, faster);
        }

        @Override
        public Law between(String name, List<String> references, Place place) {
            return new Ratio(name, references.get(0), references.get(1), atLeast, place);
        }
    }

    /** low ≤ b ≤ high, with t = a · parameter^b fitted over all values of the parameter. */
    record Exponent(String name, String benchmark, String parameter, double low, double high, Place place)
            implements Law {
        @Override
        public List<String> references() {
            return List.of(benchmark);
        }

        @Override
        public Law between(String name, List<String> references, Place place) {
            return new Exponent(name, references.get(0), parameter, low, high, place);
        }
    }

    /** t(1) · n / t(n) ≥ atLeast at the parameter's value n = at; 3 is 300 %. */
    record Efficiency(String name, String benchmark, String parameter, double at, double atLeast, Place place)
            implements Law {
        @Override
        public List<String> references() {
            return List.of(benchmark);
        }

        @Override
        public Law between(String name, List<String> references, Place place) {
            return new Efficiency(name, references.get(0), parameter, at, atLeast, place);
        }
    }

    /** t(of) / t(over) − 1 ≤ atMost; 0.05 is 5 %. */
    record Overhead(String name, String of, String over, double atMost, Place place) implements Law {
        @Override
        public List<String> references() {
            return List.of(of, over);
        }

        @Override
        public Law between(String name, List<String> references, Place place) {
            return new Overhead(name, references.get(0), references.get(1), atMost, place);
        }
    }
}
