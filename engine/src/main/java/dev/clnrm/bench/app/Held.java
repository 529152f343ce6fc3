package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.StrangersRun;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Pair;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is held to, by how far it is trusted.
 *
 * @param expected the rules
 * @param budgets every case that has to be there, in the order declared, with its budget
 * @param sameCode cases whose code is the same on both sides, as far as that is believed
 * @param vanished cases that only the base has, which were not measured
 * @param doubts what the samples lack or contradict, one clause each
 * @param unfinished whether the run did not finish
 * @param unlike whether sides are judged although they were not measured alike
 */
record Held(
        Expectations expected,
        Map<CaseName, Budget> budgets,
        Set<CaseName> sameCode,
        List<CaseKey> vanished,
        List<String> doubts,
        boolean unfinished,
        boolean unlike) {
    Held {
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
        sameCode = Set.copyOf(sameCode);
        vanished = List.copyOf(vanished);
        doubts = List.copyOf(doubts);
    }

    static Held of(StoredRun kept, Optional<Pair> sides, Judged.Rules rules, LocalDate today)
            throws DeclarationException {
        return switch (rules.origin().trust()) {
            case MEASURED_HERE, STORED -> believed(kept, sides, rules, today);
            case FROM_A_STRANGER -> stranger(kept, sides, rules, today);
        };
    }

    private static Held believed(StoredRun kept, Optional<Pair> sides, Judged.Rules rules, LocalDate today)
            throws DeclarationException {
        Set<CaseName> planned = kept.planned();
        Set<CaseName> known = new LinkedHashSet<>(planned);
        known.addAll(ofBase(sides));
        Expectations expected = Expectations.of(rules.budgets(), kept.rules(), known, planned, today);
        return new Held(
                expected,
                budgets(planned, expected),
                kept.sameCode(),
                kept.vanished(),
                List.of(),
                kept.cutShort(),
                false);
    }

    /** The head must have samples of every case that the base has or that the trusted file names. */
    private static Held stranger(StoredRun kept, Optional<Pair> sides, Judged.Rules rules, LocalDate today)
            throws DeclarationException {
        Set<CaseName> known = new LinkedHashSet<>(kept.planned());
        known.addAll(ofBase(sides));
        Map<CaseName, CaseSamples> measured = kept.samples();
        StrangersRun run = new StrangersRun(
                rules.budgets(),
                kept.rules(),
                known,
                measured.keySet(),
                rules.origin().selection());
        Expectations expected = run.expectations(today);
        Map<CaseName, Budget> budgets = new LinkedHashMap<>(budgets(known, expected));
        run.missing().forEach(budgets::putIfAbsent);
        List<CaseKey> vanished = kept.vanished().stream()
                .filter(key -> !known.contains(key.name()))
                .toList();
        boolean uncompared = sides.isEmpty() && rules.origin().proposed();
        return new Held(
                expected,
                budgets,
                Set.of(),
                vanished,
                Doubts.of(kept, sides, expected, vanished, uncompared),
                kept.cutShort() || uncompared,
                true);
    }

    private static Set<CaseName> ofBase(Optional<Pair> sides) {
        Set<CaseName> names = new LinkedHashSet<>();
        sides.ifPresent(pair ->
                pair.base().cases().forEach(one -> names.add(one.samples().name())));
        return names;
    }

    private static Map<CaseName, Budget> budgets(Set<CaseName> names, Expectations expected) {
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        names.forEach(name -> budgets.put(name, expected.budgets().getOrDefault(name, Budget.NONE)));
        return budgets;
    }
}
