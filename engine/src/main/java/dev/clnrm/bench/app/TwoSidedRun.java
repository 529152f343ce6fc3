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
 * Measures two sides in turns and stores the results.
 *
 * @param plan the plan of both sides
 * @param unreached the changed code that no case reaches, if it is known
 * @param hooks the commands to run around the measurement
 * @param repeat the command line that measures one case again
 */
record TwoSidedRun(
        Asked asked,
        Sides sides,
        Plan plan,
        Optional<ReachSummary> unreached,
        Hooks hooks,
        Function<CaseName, String> repeat) {
    /**
     * Measures both sides.
     *
     * @param undecided finds the cases that more forks might decide
     * @param explaining profiles proven regressions; empty to profile nothing
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
                code(sides.head(), plan),
                "cases",
                PlanDigest.settings(List.of(plan.ofBase(), plan)));
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

    /** The identity of a side's code: its commit or, if files differ from it, all bytes of its class paths. */
    private static String code(Sides.Prepared side, Plan ofSide) {
        return side.revision()
                .commit()
                .filter(commit -> !side.revision().dirty())
                .map(commit -> commit.hash())
                .orElseGet(() -> PlanDigest.of(ofSide).code());
    }
}
