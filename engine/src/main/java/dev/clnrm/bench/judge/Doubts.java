package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds missing or contradictory samples in a stranger's run. Each could hide a slowdown, so each is reported, and the result is then
 * never a pass. The samples are judged anyway.
 */
final class Doubts {
    /** The fewest values for which equal forks are reported: with fewer, forks may be equal by chance. */
    private static final int FEWEST_VALUES = 3;

    /** The number of names that are listed. */
    private static final int NAMES = 3;

    /** The most forks that a side may have more than the other: the sides take turns, so a run that ends early can have one more. */
    private static final int MOST_AHEAD = 1;

    private final List<String> found = new ArrayList<>();

    private Doubts() {}

    /** Lists the doubts about a run. */
    static List<String> of(RunSamples run, Rules rules) {
        Doubts doubts = new Doubts();
        if (rules.owed().base() && run.base().isEmpty()) {
            doubts.found.add("there are no samples of the base, so nothing was compared");
        } else if (run.base().isEmpty() && run.head().cases().isEmpty()) {
            doubts.found.add("there are no samples");
        }
        if (run.end() == RunSamples.End.OUT_OF_TIME) {
            doubts.found.add("the run reports that its time budget ran out before every case had its forks");
        }
        Set<CaseName> removed = new LinkedHashSet<>();
        run.ofStranger().turns().ifPresent(turns -> turns.removed().forEach(key -> removed.add(key.name())));
        doubts.cases("the run reports that the head no longer has", "", removed);
        run.base().ifPresent(base -> doubts.compared(base, run.head()));
        doubts.each(run, rules);
        return doubts.found;
    }

    private void compared(Side ofBase, Side ofHead) {
        Map<CaseKey, Measured> byKey = new LinkedHashMap<>();
        ofBase.cases().forEach(one -> byKey.put(CaseKey.of(one.samples()), one));
        Set<CaseName> alone = new LinkedHashSet<>();
        Set<CaseName> uneven = new LinkedHashSet<>();
        Set<CaseName> halfAllocated = new LinkedHashSet<>();
        Set<String> unlike = new LinkedHashSet<>();
        for (Measured head : ofHead.cases()) {
            CaseName name = head.samples().name();
            Measured base = byKey.get(CaseKey.of(head.samples()));
            if (base == null) {
                alone.add(name);
                continue;
            }
            if (Math.abs(base.samples().forks().size() - head.samples().forks().size()) > MOST_AHEAD) {
                uneven.add(name);
            }
            if (allocated(base.samples()) != allocated(head.samples())) {
                halfAllocated.add(name);
            }
            base.conditions().differences(head.conditions()).forEach(one -> unlike.add(words(one)));
        }
        cases("there are no samples of the base for", ", so their change is unknown", alone);
        cases("the sides have different numbers of forks for", "", uneven);
        cases("only one side measured allocation for", "", halfAllocated);
        unlike.stream()
                .limit(NAMES)
                .forEach(words -> found.add(
                        "the sides were measured under different conditions, and are compared anyway: " + words));
    }

    private void each(RunSamples run, Rules rules) {
        Set<CaseName> gaps = new LinkedHashSet<>();
        Set<CaseName> twice = new LinkedHashSet<>();
        Set<CaseName> partly = new LinkedHashSet<>();
        Set<CaseName> unallocated = new LinkedHashSet<>();
        Map<CaseName, Set<Values>> seen = new LinkedHashMap<>();
        List<CaseSamples> all = new ArrayList<>();
        run.base().ifPresent(base -> all.addAll(base.samples()));
        all.addAll(run.head().samples());
        for (CaseSamples samples : all) {
            CaseName name = samples.name();
            List<JournalEntry> forks = samples.forks();
            if (forks.get(forks.size() - 1).fork() != forks.size() - 1) {
                gaps.add(name);
            }
            for (JournalEntry fork : samples.finished()) {
                if (telling(fork.samples().values())
                        && !seen.computeIfAbsent(name, key -> new HashSet<>())
                                .add(fork.samples().values())) {
                    twice.add(name);
                }
            }
            long allocating =
                    samples.finished().stream().filter(Doubts::allocated).count();
            if (allocating > 0 && allocating < samples.finished().size()) {
                partly.add(name);
            }
            if (allocating == 0
                    && run.base().isPresent()
                    && rules.budget(name).allocationChange().isPresent()) {
                unallocated.add(name);
            }
        }
        cases("fork numbers are missing for", "", gaps);
        cases("a fork has exactly the values of another fork for", "", twice);
        cases("only some forks measured allocation for", "", partly);
        cases("a rule limits how allocation may change, but no fork measured allocation for", "", unallocated);
    }

    /** Whether two forks cannot share these values by chance. */
    private static boolean telling(Values values) {
        return values.size() >= FEWEST_VALUES && values.stream().distinct().count() > 1;
    }

    private static boolean allocated(CaseSamples samples) {
        return samples.finished().stream().anyMatch(Doubts::allocated);
    }

    private static boolean allocated(JournalEntry fork) {
        return !fork.samples().allocation().isEmpty();
    }

    private void cases(String before, String after, Collection<CaseName> names) {
        if (names.isEmpty()) {
            return;
        }
        String some = String.join(
                ", ", names.stream().limit(NAMES).map(CaseName::toString).toList());
        int more = Math.max(0, names.size() - NAMES);
        found.add(before + " " + some + (more > 0 ? " and " + more + " more" : "") + after);
    }

    private static String words(Conditions.Difference difference) {
        String what =
                switch (difference.aspect()) {
                    case HOST -> "the machine is ";
                    case JDK -> "the JDK is ";
                    case FLAGS -> "the JVM's flags are ";
                    case BLACKHOLES -> "the black holes are ";
                    case THREADS -> "the number of threads is ";
                    case BATCH -> "the batch size is ";
                    case OPERATIONS -> "the number of operations per invocation is ";
                    case WARMUP -> "the warm-up is ";
                    case ITERATION -> "the iterations are ";
                };
        return what + difference.base() + " for the base and " + difference.head() + " for the head";
    }
}
