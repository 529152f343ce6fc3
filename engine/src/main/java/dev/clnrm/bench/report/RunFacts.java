package dev.clnrm.bench.report;

import java.util.List;
import java.util.Optional;

/**
 * What a reader wants to know of a run beside its verdict.
 *
 * @param host the machine in words: {@code AMD EPYC 7763, 2 cores, 8 GiB, Linux 6.1}
 * @param jdk the JDK measured on: {@code Temurin 17.0.15+6}
 * @param seed what the order of forks was drawn from
 * @param seconds how long it took
 * @param forks how many forks the verdict rests on
 * @param kept how many of them were there already when the run was resumed
 * @param folder where the run is kept
 * @param notes what else is worth knowing, one clause each
 */
public record RunFacts(
        Optional<String> host,
        Optional<String> jdk,
        long seed,
        double seconds,
        int forks,
        int kept,
        Optional<String> folder,
        List<String> notes) {
    public RunFacts {
        notes = List.copyOf(notes);
    }

    /** The same of a run that is kept there. */
    public RunFacts keptIn(String where) {
        return new RunFacts(host, jdk, seed, seconds, forks, kept, Optional.of(where), notes);
    }
}
