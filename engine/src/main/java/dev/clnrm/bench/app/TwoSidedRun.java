package dev.clnrm.bench.app;

import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Base;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlanDigest;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RemovedCase;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures two sides in turns and keeps what they give.
 *
 * @param plan what is measured of both
 * @param repeat the words that measure one case again
 */
record TwoSidedRun(Asked asked, Sides sides, Plan plan, Function<CaseName, String> repeat) {
    /**
     * What a run gave.
     *
     * @param records all forks, finished and failed, of both sides
     * @param cutShort whether something kept it from its end
     */
    record Result(List<JournalEntry> records, Side base, Side head, Cost cost, List<String> notes, boolean cutShort) {}

    /**
     * Measures.
     *
     * @param undecided what more forks might decide
     */
    Result measure(BiFunction<Side, Side, MoreForks> undecided) {
        sides.prepared();
        try (OngoingRun run = open()) {
            run.notes().addAll(sides.notes());
            if (Runtime.getRuntime().availableProcessors() == 1) {
                run.notes()
                        .add("measured on 1 CPU, where the benchmark competes with the JIT and this program:"
                                + " waiting for them counts as time, on both sides alike");
            }
            run.measure(
                    sides.head().project().scratch(),
                    true,
                    repeat,
                    records -> undecided.apply(base(records), head(records)));
            OngoingRun.Result measured = run.keep();
            Side base = base(measured.records());
            Side head = head(measured.records());
            return new Result(
                    measured.records(), base, head, cost(base, head, measured), measured.notes(), measured.cutShort());
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
                Optional.of(plan.mostRounds()));
        Map<String, String> digest = Map.of(
                JournalEntry.BASE, code(sides.base(), plan.ofBase()), JournalEntry.HEAD, code(sides.head(), plan));
        return new OngoingRun(
                asked,
                plan,
                digest,
                new OngoingRun.Described(
                        Optional.of(asked.command().split(" ", 2)[0]),
                        MeasuredCode.of(
                                sides.base().revision().checkedOut(),
                                sides.head().revision().checkedOut()),
                        cases,
                        DeclaredRules.of(sides.base().declared(), sides.head().declared(), plan)));
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

    private Side base(List<JournalEntry> records) {
        return side(sides.base(), plan.ofBase().cases(), JournalEntry.BASE, records);
    }

    private Side head(List<JournalEntry> records) {
        return side(sides.head(), plan.cases(), JournalEntry.HEAD, records);
    }

    private static Side side(Sides.Prepared of, List<PlannedCase> planned, String side, List<JournalEntry> records) {
        Optional<Fingerprint> machine = Optional.of(Fingerprint.ofThisMachine());
        Map<CaseName, PlannedCase> byName = planned.stream().collect(Collectors.toMap(PlannedCase::name, one -> one));
        List<Measured> cases =
                CaseSamples.group(records.stream()
                                .filter(record -> record.side().equals(side))
                                .toList())
                        .stream()
                        .flatMap(samples -> Optional.ofNullable(byName.get(samples.name())).stream()
                                .map(one ->
                                        new Measured(samples, CaseFacts.of(one).conditions(samples, machine))))
                        .toList();
        return new Side(of.revision().shown(), Optional.empty(), cases);
    }

    private Cost cost(Side base, Side head, OngoingRun.Result measured) {
        int most = plan.mostRounds();
        int early = (int) head.samples().stream()
                .filter(one -> one.finished().size() < most)
                .count();
        return new Cost(
                plan.seed(),
                measured.seconds(),
                forks(base),
                forks(head),
                most,
                early,
                ofBase().sameCode().size(),
                measured.replaced(),
                Optional.of(measured.folder().toString()));
    }

    private static int forks(Side side) {
        return side.samples().stream().mapToInt(one -> one.finished().size()).sum();
    }
}
