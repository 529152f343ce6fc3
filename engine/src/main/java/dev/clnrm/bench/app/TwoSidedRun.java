package dev.clnrm.bench.app;

import dev.clnrm.bench.config.Hooks;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Base;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlanDigest;
import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RemovedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures two sides in turns and keeps what they give.
 *
 * @param plan what is measured of both
 * @param unreached what of the change no case reaches, if that is known
 * @param hooks what is run around it
 * @param repeat the words that measure one case again
 */
record TwoSidedRun(
        Asked asked,
        Sides sides,
        Plan plan,
        Optional<ReachSummary> unreached,
        Hooks hooks,
        Function<CaseName, String> repeat) {
    /**
     * Measures.
     *
     * @param undecided what more forks might decide
     * @param explaining profiles what is proven slower; absent: nothing is profiled
     */
    MeasuredRun measure(Function<RunSamples, MoreForks> undecided, Optional<Explaining> explaining) {
        sides.prepared();
        try (OngoingRun run = open()) {
            run.notes().addAll(sides.notes());
            if (Runtime.getRuntime().availableProcessors() == 1) {
                run.notes()
                        .add("measured on 1 CPU, where the benchmark competes with the JIT and this program:"
                                + " waiting for them counts as time, on both sides alike");
            }
            run.measure(sides.head().project().scratch(), true, repeat, undecided);
            explaining.ifPresent(one -> run.explain(sides.head().project().scratch(), one));
            return run.keep();
        }
    }

    private Base ofBase() {
        return plan.base().orElseThrow();
    }

    private OngoingRun open() {
        PlannedCases cases = new PlannedCases(
                OngoingRun.facts(plan.cases()),
                OngoingRun.facts(plan.ofBase().cases()),
                ofBase().removed().stream()
                        .map(one -> RemovedCase.of(one.name(), one.mode()))
                        .toList(),
                names(ofBase().sameCode()),
                names(ofBase().skipped()),
                Optional.of(plan.mostRounds()),
                sides.laidOver());
        Map<String, String> digest = Map.of(
                JournalEntry.BASE,
                code(sides.base(), plan.ofBase()) + sides.overlay(),
                JournalEntry.HEAD,
                code(sides.head(), plan));
        return new OngoingRun(
                asked,
                plan,
                digest,
                new OngoingRun.Described(
                        Optional.of(asked.command().split(" ", 2)[0]),
                        MeasuredCode.of(
                                        sides.base().revision().checkedOut(),
                                        sides.head().revision().checkedOut())
                                .reaching(unreached),
                        cases,
                        DeclaredRules.of(sides.base().declared(), sides.head().declared(), plan)),
                hooks);
    }

    static List<String> names(List<CaseName> cases) {
        return cases.stream().map(CaseName::toString).toList();
    }

    /** What names the code of a side: its commit or, if files differ from it, all bytes of its class paths. */
    private static String code(Sides.Prepared side, Plan ofSide) {
        return side.revision()
                .commit()
                .filter(commit -> !side.revision().dirty())
                .map(commit -> commit.hash())
                .orElseGet(() -> PlanDigest.of(ofSide).code());
    }
}
