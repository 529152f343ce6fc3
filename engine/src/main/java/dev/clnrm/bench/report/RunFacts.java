package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts about a measurement, apart from its verdicts.
 *
 * @param base the base; empty with one side
 * @param head the head, or the only side
 * @param cost how it was measured; empty if the two sides come from two runs
 * @param resumed how many forks already existed when the run was resumed
 * @param command the command-line arguments that request this report for all cases; empty if unknown
 * @param only the filters of cases that were given; empty for all cases
 * @param notes further notes, one clause each
 * @param reach what the change does not reach
 * @param uncompared why a comparison has nothing to compare with; empty if it has, or for a run of one side
 */
public record RunFacts(
        Optional<Named> base,
        Named head,
        Optional<Cost> cost,
        int resumed,
        List<String> command,
        List<String> only,
        List<String> notes,
        ReachFacts reach,
        Optional<String> uncompared) {
    public RunFacts {
        command = List.copyOf(command);
        only = List.copyOf(only);
        notes = List.copyOf(notes);
    }

    /**
     * A side.
     *
     * @param label its name; empty if it is the only one
     * @param host a description of its machine: {@code AMD EPYC 7763, 2 cores, 8 GiB, Linux 6.1}
     * @param jdk the JDK it was measured on: {@code Temurin 17.0.15+6}
     */
    public record Named(String label, Optional<String> host, Optional<String> jdk) {
        /** {@code main, AMD EPYC 7763, 2 cores, 8 GiB, Linux 6.1, JDK Temurin 17.0.15+6}: the known parts of it. */
        public String words() {
            return Stream.of(
                            Optional.of(label).filter(name -> !name.isEmpty()).map(Inert::name),
                            host.map(Inert::sentence),
                            jdk.map(one -> "JDK " + Inert.sentence(one)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * The facts about samples.
     *
     * @param cost what the measurement cost; empty if unknown
     * @param command the command-line arguments that request this comparison; only for a comparison
     */
    public static RunFacts of(RunSamples run, Optional<Cost> cost, List<String> command, List<String> notes) {
        boolean two = run.base().isPresent();
        return new RunFacts(
                run.base().map(base -> named(base, base.label())),
                named(run.head(), two ? run.head().label() : ""),
                cost,
                0,
                two ? command : List.of(),
                List.of(),
                notes,
                ReachFacts.NONE,
                Optional.empty());
    }

    private static Named named(Side side, String label) {
        return new Named(label, each(side, Conditions::host), each(side, Conditions::jdk));
    }

    private static Optional<String> each(Side side, Function<Conditions, Optional<String>> what) {
        String words = side.cases().stream()
                .flatMap(one -> what.apply(one.conditions()).stream())
                .distinct()
                .collect(Collectors.joining(" and "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** The same if this many forks already existed when the run was resumed. */
    public RunFacts resumed(int forks) {
        return new RunFacts(base, head, cost, forks, command, only, notes, reach, uncompared);
    }

    RunFacts noting(List<String> further) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(further);
        return new RunFacts(base, head, cost, resumed, command, only, all, reach, uncompared);
    }

    public RunFacts storedIn(String folder) {
        return new RunFacts(
                base, head, cost.map(one -> one.keptIn(folder)), resumed, command, only, notes, reach, uncompared);
    }

    public RunFacts only(List<String> filters) {
        return new RunFacts(base, head, cost, resumed, command, filters, notes, reach, uncompared);
    }

    /** The same with what the change does not reach. */
    public RunFacts reaching(ReachFacts facts) {
        return new RunFacts(base, head, cost, resumed, command, only, notes, facts, uncompared);
    }

    /** The same if a comparison has nothing to compare with, for this reason. */
    public RunFacts uncompared(Optional<String> why) {
        return new RunFacts(base, head, cost, resumed, command, only, notes, reach, why);
    }

    /** The command-line arguments that request the same report again; empty if unknown. */
    public List<String> again() {
        List<String> words = new ArrayList<>(command);
        if (!command.isEmpty()) {
            only.forEach(filter -> words.addAll(List.of("--only", filter)));
        }
        return words;
    }

    public Optional<String> folder() {
        return cost.flatMap(Cost::folder);
    }
}
