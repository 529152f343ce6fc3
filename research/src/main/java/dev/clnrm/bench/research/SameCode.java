package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import java.util.List;

/**
 * One benchmark measured many times without a change.
 *
 * @param project where it is from; the benchmarks of a project are its suite
 * @param name its name in the project, with its parameters
 * @param forks by fork the seconds per operation of every iteration, from the start of the fork
 */
public record SameCode(String project, String name, List<Values> forks) {
    public SameCode {
        forks = List.copyOf(forks);
    }
}
