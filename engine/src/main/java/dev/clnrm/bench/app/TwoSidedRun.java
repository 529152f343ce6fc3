package dev.clnrm.bench.app;

import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Base;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlanDigest;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.runs.KeptRun;
import dev.clnrm.bench.runs.RulesOfCode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.ForkSetup;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import java.util.LinkedHashMap;
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
    record Result(List<ForkRecord> records, Side base, Side head, Cost cost, List<String> notes, boolean cutShort) {}

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
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("command", asked.command().split(" ", 2)[0]);
        sections.put(
                "sides",
                Map.of(
                        ForkRecord.BASE, sides.base().revision().facts(),
                        ForkRecord.HEAD, sides.head().revision().facts()));
        sections.put(
                DeclaredRules.SECTION,
                RulesOfCode.of(sides.base().declared(), sides.head().declared(), plan)
                        .section());
        sections.put("mostForks", plan.mostRounds());
        sections.put("sameCode", names(ofBase().sameCode()));
        if (!ofBase().skipped().isEmpty()) {
            sections.put(KeptRun.SKIPPED, names(ofBase().skipped()));
        }
        sections.put(
                "vanished",
                ofBase().removed().stream()
                        .map(one -> KeptRun.facts(new CaseKey(one.name(), one.mode())))
                        .toList());
        sections.put("baseCases", OngoingRun.facts(plan.ofBase().cases()));
        Map<String, String> digest =
                Map.of(ForkRecord.BASE, code(sides.base(), plan.ofBase()), ForkRecord.HEAD, code(sides.head(), plan));
        return new OngoingRun(asked, plan, digest, sections);
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

    private Side base(List<ForkRecord> records) {
        return side(sides.base(), plan.ofBase().cases(), ForkRecord.BASE, records);
    }

    private Side head(List<ForkRecord> records) {
        return side(sides.head(), plan.cases(), ForkRecord.HEAD, records);
    }

    private static Side side(Sides.Prepared of, List<PlannedCase> planned, String side, List<ForkRecord> records) {
        String machine = Fingerprint.ofThisMachine().words();
        Map<CaseName, PlannedCase> byName = planned.stream().collect(Collectors.toMap(PlannedCase::name, one -> one));
        List<Measured> cases =
                CaseSamples.group(records.stream()
                                .filter(record -> record.side().equals(side))
                                .toList())
                        .stream()
                        .flatMap(samples -> Optional.ofNullable(byName.get(samples.name())).stream()
                                .map(one -> new Measured(samples, conditions(machine, one, samples))))
                        .toList();
        return new Side(of.revision().shown(), Optional.empty(), cases);
    }

    private static Conditions conditions(String machine, PlannedCase one, CaseSamples samples) {
        String jdk = one.launch().jvm().version();
        String warmup = one.effort().warmup() instanceof Warmup.Fixed fixed
                ? ForkSetup.fixed(fixed.count(), fixed.seconds())
                : ForkSetup.untilSteady(one.effort().longestWarmup());
        return new Conditions(
                Optional.of(machine),
                Optional.of(jdk),
                Optional.empty(),
                Optional.of(Conditions.lasting(one.launch().jvmArgs())),
                Conditions.blackholes(one.launch().jmhVersion(), jdk),
                ForkSetup.of(
                        samples,
                        Optional.of(one.target().batchSize()),
                        Optional.of(one.target().operations()),
                        Optional.of(warmup)));
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
