package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One of two sides that are compared.
 *
 * @param label what it was called: a file, a folder, a baseline's name
 * @param job the run it came from; empty for files that do not say
 * @param cases one for each name and mode, in the order in which each was first seen
 * @param family all cases that were measured there, from which the spread of each is learned; those of {@code cases} and more where only
 *     some are looked at
 */
public record Side(String label, Optional<String> job, List<Measured> cases, List<CaseSamples> family) {
    public Side {
        cases = List.copyOf(cases);
        family = List.copyOf(family);
    }

    /** A side with all cases that were measured there. */
    public Side(String label, Optional<String> job, List<Measured> cases) {
        this(label, job, cases, cases.stream().map(Measured::samples).toList());
    }

    /** The results of a file, the forks of one case together wherever in the file they stand. */
    public static Side of(String label, List<JmhResult> results) {
        Map<CaseKey, Measured> cases = new LinkedHashMap<>();
        for (JmhResult result : results) {
            Measured measured = new Measured(result.samples(), Conditions.of(result.vm()));
            cases.merge(CaseKey.of(result.samples()), measured, Side::joined);
        }
        return new Side(label, Optional.empty(), List.copyOf(cases.values()));
    }

    /** What was measured of each case. */
    public List<CaseSamples> samples() {
        return cases.stream().map(Measured::samples).toList();
    }

    private static Measured joined(Measured first, Measured more) {
        TreeMap<Integer, ForkRecord> forks = new TreeMap<>();
        first.samples().forks().forEach(fork -> forks.put(fork.fork(), fork));
        more.samples().forks().forEach(fork -> forks.put(fork.fork(), fork));
        CaseSamples one = first.samples();
        return new Measured(
                new CaseSamples(one.name(), one.side(), one.mode(), new ArrayList<>(forks.values())),
                first.conditions());
    }

    /** The cases of these names. */
    public Side only(Predicate<CaseName> wanted) {
        return with(
                cases.stream().filter(one -> wanted.test(one.samples().name())).toList());
    }

    /** These cases of it, in this order. */
    public Side with(List<Measured> some) {
        return new Side(label, job, some, family);
    }

    /** The same on a machine that is known from elsewhere. */
    public Side on(String machine) {
        return with(cases.stream()
                .map(one -> new Measured(one.samples(), one.conditions().on(Optional.of(machine))))
                .toList());
    }
}
