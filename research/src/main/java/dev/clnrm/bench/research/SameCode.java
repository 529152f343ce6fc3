package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import java.util.List;

/**
 * One benchmark measured many times without a change.
 *
 * @param project its project; the benchmarks of a project are its suite
 * @param name its name in the project, with its parameters
 * @param forks the seconds per operation of every iteration by fork, from the start of the fork
 */
public record SameCode(String project, String name, List<Values> forks) {
    public SameCode {
        forks = List.copyOf(forks);
    }
}
