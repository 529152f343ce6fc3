package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One of two sides of a comparison.
 *
 * @param label its name: a file, a folder, a baseline's name
 * @param job the run it came from; empty if the file does not name one
 * @param cases one for each name and mode, in the order in which each was first seen; a name includes the variant if there are
 *     several
 * @param family all cases that were measured there, from which the spread of each is learned; more than {@code cases} if only
 *     some are selected
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

    /**
     * The results of a file. Forks of one case with the same settings are joined, wherever in the file they are; a case measured
     * in several ways becomes several cases.
     */
    public static Side of(String label, List<JmhResult> results) {
        Map<CaseKey, List<Measured>> cases = new LinkedHashMap<>();
        Map<List<Object>, Conditions> known = new HashMap<>();
        for (JmhResult result : results) {
            Conditions conditions = known.computeIfAbsent(ForkSetup.basis(result), key -> conditions(result));
            add(cases.computeIfAbsent(CaseKey.of(result.samples()), key -> new ArrayList<>(1)), result, conditions);
        }
        List<Measured> all = cases.values().stream().flatMap(List::stream).toList();
        return of(label, Optional.empty(), all);
    }

    /** The cases of a run; a case measured in several ways becomes several cases. */
    public static Side of(String label, Optional<String> job, List<Measured> cases) {
        return Variants.apart(List.of(new Side(label, job, cases))).get(0);
    }

    private static void add(List<Measured> ways, JmhResult result, Conditions conditions) {
        for (int i = 0; i < ways.size(); i++) {
            if (ways.get(i).conditions().equals(conditions)) {
                ways.set(i, joined(ways.get(i), result.samples()));
                return;
            }
        }
        ways.add(new Measured(result.samples(), conditions));
    }

    private static Conditions conditions(JmhResult result) {
        return Conditions.of(result.vm()).with(ForkSetup.of(result));
    }

    /** The names of the cases of results that this side was made of, in their order, with variants. */
    public List<CaseName> names(List<JmhResult> results) {
        Map<List<Object>, CaseName> names = new HashMap<>();
        cases.forEach(one ->
                names.put(List.of(one.plain(), one.conditions()), one.samples().name()));
        return results.stream()
                .map(result -> names.getOrDefault(
                        List.of(CaseKey.of(result.samples()), conditions(result)),
                        result.samples().name()))
                .toList();
    }

    public List<CaseSamples> samples() {
        return cases.stream().map(Measured::samples).toList();
    }

    private static Measured joined(Measured first, CaseSamples more) {
        TreeMap<Integer, JournalEntry> forks = new TreeMap<>();
        first.samples().forks().forEach(fork -> forks.put(fork.fork(), fork));
        more.forks().forEach(fork -> forks.put(fork.fork(), fork));
        CaseSamples one = first.samples();
        return new Measured(
                new CaseSamples(one.name(), one.side(), one.mode(), new ArrayList<>(forks.values())),
                first.conditions());
    }

    public Side only(Predicate<CaseName> wanted) {
        return with(
                cases.stream().filter(one -> wanted.test(one.samples().name())).toList());
    }

    /** The same side with these of its cases, in this order. */
    public Side with(List<Measured> some) {
        return new Side(label, job, some, family);
    }

    /** The same cases with other names; all of them are its family. */
    Side named(Function<Measured, CaseName> names) {
        return new Side(
                label,
                job,
                cases.stream().map(one -> one.named(names.apply(one))).toList());
    }

    /** The same with a machine that is known from elsewhere. */
    public Side on(String machine) {
        return with(cases.stream()
                .map(one -> new Measured(one.samples(), one.conditions().on(Optional.of(machine))))
                .toList());
    }
}
