package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Spending;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The samples to judge, with the facts that their run reports.
 *
 * @param base the side that the head is compared with; empty if the head is judged by itself
 * @param head the side to judge
 * @param code the declarations in the code of the cases
 * @param turns how the sides took turns; empty if they come from two runs
 * @param end how far the run came
 */
public record RunSamples(Optional<Side> base, Side head, DeclaredRules code, Optional<Turns> turns, End end) {
    /** How far a run came. */
    public enum End {
        /** It finished, or its end is unknown. */
        COMPLETE,
        /** Its time ran out before every case had its forks. */
        OUT_OF_TIME,
        /** It was stopped: a broken budget stays proven, everything else could have changed. */
        CUT_SHORT,
        /** It has no base, and a base was owed. */
        WITHOUT_BASE
    }

    /**
     * A run in which two sides took turns.
     *
     * @param looks after how many forks it tested its samples
     * @param sameCode the cases whose classes are the same on both sides. A few forks are enough for them; if their times changed,
     *     something other than their code changed.
     * @param removed the cases that the head no longer declares, which were not measured
     * @param overlaid the cases that were measured with the head's benchmark on both sides
     * @param goal the goal of the run
     */
    public record Turns(
            Spending looks,
            Set<CaseName> sameCode,
            List<CaseKey> removed,
            Set<CaseName> overlaid,
            Optional<Goal> goal) {
        public Turns {
            sameCode = Set.copyOf(sameCode);
            removed = List.copyOf(removed);
            overlaid = Set.copyOf(overlaid);
        }

        private Turns with(Set<CaseName> same, Predicate<CaseName> gone) {
            List<CaseKey> some =
                    removed.stream().filter(key -> gone.test(key.name())).toList();
            return new Turns(looks, same, some, overlaid, goal);
        }
    }

    /** The samples of a result file: one side. */
    public static RunSamples of(Side head, DeclaredRules code) {
        return new RunSamples(Optional.empty(), head, code, Optional.empty(), End.COMPLETE);
    }

    /** The samples of two runs. */
    public static RunSamples of(Side base, Side head, DeclaredRules code) {
        return new RunSamples(Optional.of(base), head, code, Optional.empty(), End.COMPLETE);
    }

    /** The head by itself. */
    public RunSamples alone() {
        return new RunSamples(Optional.empty(), head, code, turns, end);
    }

    /** The samples of some cases. The spread of forks is still learned from all cases. */
    public RunSamples only(Predicate<CaseName> wanted) {
        DeclaredRules some = new DeclaredRules(
                code.cases().stream().filter(wanted).toList(),
                code.left(),
                code.budgets(),
                code.laws(),
                code.confidence());
        return new RunSamples(
                base.map(side -> side.only(wanted)),
                head.only(wanted),
                some,
                turns.map(one -> one.with(one.sameCode, wanted)),
                end);
    }

    /**
     * The same without the claims of a stranger's run that are not trusted: that code is the same, and that a case was removed although
     * it has samples or was planned.
     */
    RunSamples ofStranger() {
        Set<CaseName> known = known();
        return new RunSamples(
                base, head, code, turns.map(one -> one.with(Set.of(), name -> !known.contains(name))), end);
    }

    /** The cases of the head: first the planned ones in the order declared, then those that were measured without being planned. */
    public Set<CaseName> ofHead() {
        Set<CaseName> measured = names(head);
        Set<CaseName> names = new LinkedHashSet<>(code.cases());
        measured.forEach(name -> {
            if (name.variant().isPresent()) {
                names.remove(name.plain());
            }
        });
        names.addAll(measured);
        return names;
    }

    /** The cases of both sides; those of the head come first. */
    public Set<CaseName> known() {
        Set<CaseName> names = ofHead();
        base.ifPresent(side -> names.addAll(names(side)));
        return names;
    }

    /** The cases with samples on a side. */
    static Set<CaseName> names(Side side) {
        Set<CaseName> names = new LinkedHashSet<>();
        side.samples().stream().map(CaseSamples::name).forEach(names::add);
        return names;
    }
}
