package dev.clnrm.bench.cli;

import dev.clnrm.bench.stats.Spending;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.app.Changes;
import dev.clnrm.bench.judge.Confidences;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.Promises;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.ReachedCode;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.SameCode;
import dev.clnrm.bench.plan.Sameness;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.plan.TwoSidedCase;
import dev.clnrm.bench.plan.TwoSidedPlan;
import dev.clnrm.bench.terminal.Terminal;
import dev.clnrm.bench.report.Numbers;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeSettings;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.Settings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Two sides on one screen: plan both, run them in turns, judge, show. */
final class TwoSidedPipeline {
    private final Context context;
    private final OutputOptions output;
    private final TemplatesOption templates;
    private final ChangeOptions change;
    private final List<String> command;

    /**
     * A comparison to be.
     *
     * @param command the words that ask for this comparison of all cases
     */
    TwoSidedPipeline(
            Context context,
            OutputOptions output,
            TemplatesOption templates,
            ChangeOptions change,
            List<String> command) {
        this.templates = templates;
        this.context = context;
        this.output = output;
        this.change = change;
        this.command = List.copyOf(command);
    }

    int run(Sides sides, Request request, TwoSidedMeasuring.Asked asked) {
        Terminal terminal = output.terminal(context);
        TwoSidedPlan plan = plan(sides, request, asked.options());
        if (plan.cases().isEmpty()) {
            terminal.say("clnrm-bench: nothing was measured: "
                    + PlannedCases.skipped(
                            plan.skipped().stream().map(CaseName::toString).toList()) + "\n");
            return ExitStatus.WITHIN_BUDGET;
        }
        if (!asked.quiet()) {
            terminal.say(estimate(plan));
        }
        Promises promises = promises(sides, plan);
        Expectations expected = expected(sides, promises);
        Looks looks = new Looks(plan, expected);
        TwoSidedMeasuring.Result measured = new TwoSidedMeasuring(context, asked, sides, plan, terminal)
                .measure((base, head) -> looks.decided(base, head));
        Judgement ofHead = promises.cutShort(measured.cutShort()).judge(measured.records());
        List<CaseKey> vanished = plan.vanished().stream()
                .map(one -> new CaseKey(one.name(), one.mode()))
                .toList();
        ChangeJudgement judgement =
                looks.judge(measured.base(), measured.head(), ofHead).withRemoved(vanished);
        terminal.print(templates
                .report(output.format.format, terminal.style())
                .render(looks.changes(measured.base(), measured.head())
                        .view(judgement, command, measured.notes(), Optional.of(measured.cost()))));
        return judgement.exit();
    }

    private static TwoSidedPlan plan(Sides sides, Request request, MeasureOptions options) {
        Plan head = sides.head().project().plan(sides.head().declared(), request);
        Plan base = ofBase(sides, head, request);
        Map<CaseName, Sameness> same =
                options.unchanged == MeasureOptions.Unchanged.MEASURE ? Map.of() : sameCode(base, head);
        return TwoSidedPlan.of(base, head, same, options.unchanged == MeasureOptions.Unchanged.SKIP);
    }

    /** The base's cases that the head has in this part; what only the base has is told by the first. */
    private static Plan ofBase(Sides sides, Plan head, Request request) {
        Plan whole = sides.base().project().planOrNothing(sides.base().declared(), request.whole());
        if (request.shard().equals(Shard.WHOLE)) {
            return whole;
        }
        Set<CaseName> here = head.cases().stream().map(PlannedCase::name).collect(Collectors.toSet());
        Set<CaseName> anywhere =
                sides.head().declared().cases().map(DeclaredCase::name).collect(Collectors.toSet());
        return whole.only(name -> here.contains(name) || (request.shard().number() == 1 && !anywhere.contains(name)));
    }

    /** Which cases of both sides have the same code, so far as that can be told. */
    private static Map<CaseName, Sameness> sameCode(Plan base, Plan head) {
        SameCode code = new SameCode();
        Map<CaseName, Optional<ReachedCode>> ofBase = new HashMap<>();
        base.cases().forEach(one -> ofBase.put(one.name(), code.reached(one)));
        Map<CaseName, Sameness> same = new HashMap<>();
        for (PlannedCase one : head.cases()) {
            Optional<ReachedCode> now = code.reached(one);
            ofBase.getOrDefault(one.name(), Optional.empty())
                    .flatMap(before -> now.map(before::as))
                    .ifPresent(sameness -> same.put(one.name(), sameness));
        }
        return same;
    }

    private static String estimate(TwoSidedPlan plan) {
        return "two sides, " + Numbers.count(plan.cases().size(), "case") + ": " + plan.leastForks() + " to "
                + plan.mostForks() + " forks, about " + Numbers.duration(plan.leastSeconds()) + " to "
                + Numbers.duration(plan.mostSeconds()) + ", seed " + plan.seed() + "\n";
    }

    /** What the head is held to: by the base's budgets where the base has the case, else by its own. */
    private Promises promises(Sides sides, TwoSidedPlan plan) {
        Promises own = Promises.of(sides.head().declared(), plan.head(), output.failOnInconclusive);
        Promises ofBase = Promises.of(sides.base().declared(), plan.base(), output.failOnInconclusive);
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        own.budgets()
                .forEach((name, budget) -> budgets.put(name, ofBase.budgets().getOrDefault(name, budget)));
        Confidences confidences = Confidences.of(
                guarding(sides).declared().file(),
                DeclaredRules.of(sides.base().declared(), sides.head().declared(), plan.head()));
        Settings settings = own.settings()
                .withConfidence(confidences.ofAll())
                .withConfidenceByCase(confidences.of(budgets.keySet()));
        return new Promises(budgets, own.laws(), settings);
    }

    /** Whose file judges: the base's, where it has one, for a head could loosen what it is held to. */
    private static Sides.Side guarding(Sides sides) {
        return sides.base().ownFile() ? sides.base() : sides.head();
    }

    /** Tolerances, thresholds and confidence of the base, where it has a file; waivers of the head, which is where they are asked for. */
    private static Expectations expected(Sides sides, Promises promises) {
        Expectations own = Expectations.of(sides.head().declared(), promises);
        Expectations guarding = Expectations.of(guarding(sides).declared(), promises);
        return new Expectations(
                promises.budgets(),
                promises.laws(),
                guarding.rules(),
                own.waivers(),
                guarding.failOn(),
                guarding.confidence(),
                guarding.confidenceByCase());
    }

    /** The looks of this run and how each is judged. */
    private final class Looks {
        private final Expectations expected;
        private final Spending spending;
        private final Set<CaseName> same;

        Looks(TwoSidedPlan plan, Expectations expected) {
            this.expected = expected;
            int least = plan.cases().stream()
                    .map(TwoSidedCase::head)
                    .mapToInt(one -> one.effort().forks().min())
                    .max()
                    .orElse(Defaults.CHECK.forks().orElseThrow().min());
            int first = Math.max(dev.clnrm.bench.stats.Defaults.PRIOR_FORKS, least);
            this.spending = Spending.each(first, Math.max(first, plan.rounds()));
            this.same = plan.cases().stream()
                    .filter(TwoSidedCase::sameCode)
                    .map(TwoSidedCase::name)
                    .collect(Collectors.toSet());
        }

        Changes changes(Side base, Side head) {
            return new Changes(base, head, expected, change.strictness(output.failOnInconclusive));
        }

        Set<CaseName> decided(Side base, Side head) {
            return ChangeJudgement.decided(base, head, settings(base, head));
        }

        ChangeJudgement judge(Side base, Side head, Judgement ofHead) {
            return ChangeJudgement.of(base, head, ofHead, settings(base, head));
        }

        private ChangeSettings settings(Side base, Side head) {
            return changes(base, head).settings().measuredTogether(spending, same);
        }
    }
}
