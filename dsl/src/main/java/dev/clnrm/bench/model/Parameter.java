package dev.clnrm.bench.model;

import java.util.List;

/**
 * A parameter of a benchmark.
 *
 * @param name as in {@code steps=10}
 * @param values as people read them, in the order declared
 */
public record Parameter(String name, List<String> values) {
    public Parameter {
        values = List.copyOf(values);
    }
}
