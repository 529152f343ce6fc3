package dev.clnrm.bench.report;

import dev.clnrm.bench.samples.Cost;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader wants to know of a measurement beside its verdicts.
 *
 * @param base the base; absent with one side
 * @param head the head, or the only side
 * @param cost how it was measured; absent if the two sides come from two runs
 * @param resumed how many of the forks were there already when the run was resumed
 * @param command the words that ask for this report, without a filter of cases; empty if unknown
 * @param notes what else is worth knowing, one clause each
 */
public record RunFacts(
        Optional<Named> base, Named head, Optional<Cost> cost, int resumed, List<String> command, List<String> notes) {
    public RunFacts {
        command = List.copyOf(command);
        notes = List.copyOf(notes);
    }

    /**
     * A side.
     *
     * @param label what it is called; empty if it is the only one
     * @param host its machine in words: {@code AMD EPYC 7763, 2 cores, 8 GiB, Linux 6.1}
     * @param jdk the JDK it was measured on: {@code Temurin 17.0.15+6}
     */
    public record Named(String label, Optional<String> host, Optional<String> jdk) {
        /** {@code main, AMD EPYC 7763, 2 cores, 8 GiB, Linux 6.1, JDK Temurin 17.0.15+6}: as much of it as is known. */
        public String words() {
            return Stream.of(
                            Optional.of(label).filter(name -> !name.isEmpty()).map(Inert::name),
                            host.map(Inert::sentence),
                            jdk.map(one -> "JDK " + Inert.sentence(one)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
        }
    }

    /** One side. */
    public static RunFacts of(Named side, Cost cost, int resumed, List<String> notes) {
        return new RunFacts(Optional.empty(), side, Optional.of(cost), resumed, List.of(), notes);
    }

    /** Two sides. */
    public static RunFacts of(Named base, Named head, List<String> command, List<String> notes, Optional<Cost> cost) {
        return new RunFacts(Optional.of(base), head, cost, 0, command, notes);
    }

    /** The same of a run that is stored there. */
    public RunFacts storedIn(String folder) {
        return new RunFacts(base, head, cost.map(one -> one.keptIn(folder)), resumed, command, notes);
    }

    /** The same as another command asks for it. */
    public RunFacts askedBy(List<String> words) {
        return new RunFacts(base, head, cost, resumed, words, notes);
    }

    /** Where the run is stored. */
    public Optional<String> folder() {
        return cost.flatMap(Cost::folder);
    }
}
