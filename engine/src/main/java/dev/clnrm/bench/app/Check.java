package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeSettings;
import dev.clnrm.bench.judge.Confidences;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.Promises;
import dev.clnrm.bench.judge.Settings;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Base;
import dev.clnrm.bench.plan.CodeDigests;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.ReachedCode;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Sameness;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Spending;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Measures two sides in turns, says what changed, and holds the head to its budgets and laws.
 *
 * @param asked what is measured, and how the run is kept
 * @param opening prepares the two sides
 * @param words the words that ask for this comparison of all cases
 * @param unchanged what is done with cases whose code is the same on both sides
 * @param strictness how strictly it is judged
 */
public record Check(
        Asked asked, Opening opening, Function<Sides, List<String>> words, Unchanged unchanged, Strictness strictness) {
    /** What is done with cases that cannot have changed. */
    public enum Unchanged {
        /** As {@link #CONTROL}; but nothing is measured if no file changed, or only documents did and no case could read them. */
        AUTO,
        /** They are measured with the fewest forks while nothing hints at a change. */
        CONTROL,
        /** They are left out, if they read no files either. */
        SKIP,
        /** They are measured like any other. */
        MEASURE
    }

    /** Prepares two sides. */
    @FunctionalInterface
    public interface Opening {
        Sides open() throws DeclarationException;
    }

    /**
     * Runs.
     *
     * @param report shows the comparison and gives the exit status
     */
    public int run(ToIntFunction<Report> report) throws DeclarationException {
        try (Sides sides = opening.open()) {
            if (sides.same().isPresent()) {
                return nothing(sides.same().get());
            }
            Plan plan = plan(sides);
            Base ofBase = plan.base().orElseThrow();
            if (plan.cases().isEmpty()) {
                return nothing(
                        unchanged == Unchanged.AUTO
                                ? "only documents changed, and no case can read them"
                                : skipped(ofBase));
            }
            noteSameCode(sides, ofBase);
            asked.say(estimate(plan));
            Promises promises = promises(sides, plan);
            Looks looks = new Looks(plan, expected(sides, promises), strictness);
            List<String> again = words.apply(sides);
            TwoSidedRun.Result measured = new TwoSidedRun(
                            asked, sides, plan, name -> String.join(" ", again) + " --only " + name)
                    .measure(looks::undecided);
            Judgement ofHead = promises.cutShort(measured.cutShort()).judge(measured.records());
            List<CaseKey> removed = ofBase.removed().stream()
                    .map(one -> new CaseKey(one.name(), one.mode()))
                    .toList();
            ChangeJudgement judgement =
                    looks.judge(measured.base(), measured.head(), ofHead).withRemoved(removed);
            return report.applyAsInt(looks.changes(measured.base(), measured.head())
                    .view(judgement, again, measured.notes(), Optional.of(measured.cost())));
        }
    }

    private Plan plan(Sides sides) {
        Plan head = sides.head().project().plan(sides.head().declared(), asked.request());
        Plan base = ofBase(sides, head);
        Map<CaseName, Sameness> same = unchanged == Unchanged.MEASURE ? Map.of() : sameCode(base, head);
        Plan skipping = head.against(base, same, true);
        boolean unread = unchanged == Unchanged.AUTO
                && sides.onlyDocuments()
                && skipping.cases().isEmpty();
        return unread || unchanged == Unchanged.SKIP ? skipping : head.against(base, same, false);
    }

    private int nothing(String why) {
        asked.terminal().say("clnrm-bench: nothing was measured: " + why + "\n");
        return ExitStatus.WITHIN_BUDGET;
    }

    /** The base's cases that the head has in this part; what only the base has is told by the first. */
    private Plan ofBase(Sides sides, Plan head) {
        Request request = asked.request();
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
        CodeDigests code = new CodeDigests();
        Map<CaseName, ReachedCode> ofBase = new HashMap<>();
        base.cases().forEach(one -> code.reached(one).ifPresent(reached -> ofBase.put(one.name(), reached)));
        Map<CaseName, Sameness> same = new HashMap<>();
        head.cases().forEach(one -> Optional.ofNullable(ofBase.get(one.name()))
                .flatMap(before -> code.reached(one).map(before::as))
                .ifPresent(sameness -> same.put(one.name(), sameness)));
        return same;
    }

    private static String skipped(Base ofBase) {
        return PlannedCases.skipped(TwoSidedRun.names(ofBase.skipped()));
    }

    private void noteSameCode(Sides sides, Base ofBase) {
        if (!ofBase.skipped().isEmpty()) {
            sides.note(skipped(ofBase));
        }
        int same = ofBase.sameCode().size();
        if (unchanged == Unchanged.SKIP && same > 0) {
            sides.note(
                    "measured in spite of --unchanged-code skip, because their classes are the same on both sides but read files: "
                            + Counts.count(same, "case"));
        }
    }

    private static String estimate(Plan plan) {
        return "two sides, " + Counts.count(plan.cases().size(), "case") + ": " + plan.forks() + " to "
                + plan.mostForks() + " forks, about " + Counts.duration(plan.likelySeconds()) + " to "
                + Counts.duration(plan.mostSeconds()) + ", seed " + plan.seed() + "\n";
    }

    /** What the head is held to: to the base's budgets if the base has the case, else to its own. */
    private Promises promises(Sides sides, Plan plan) {
        Promises own = Promises.of(sides.head().declared(), plan, strictness.failOnInconclusive());
        Promises ofBase = Promises.of(sides.base().declared(), plan.ofBase(), strictness.failOnInconclusive());
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        own.budgets()
                .forEach((name, budget) -> budgets.put(name, ofBase.budgets().getOrDefault(name, budget)));
        Confidences confidences = Confidences.of(
                guarding(sides).declared().file(),
                DeclaredRules.of(sides.base().declared(), sides.head().declared(), plan));
        Settings settings = own.settings()
                .withConfidence(confidences.ofAll())
                .withConfidenceByCase(confidences.of(budgets.keySet()));
        return new Promises(budgets, own.laws(), settings);
    }

    /** Whose file judges: the base's if it has one, because a head could loosen what it is held to. */
    private static Sides.Prepared guarding(Sides sides) {
        return sides.base().ownFile() ? sides.base() : sides.head();
    }

    /** Tolerances, thresholds and confidence of the base if it has a file; waivers of the head, which is where they are asked for. */
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

    /** The looks a run of two sides gets: after the forks that every case gets, and after each further round. */
    static Spending looks(Plan plan) {
        int least = Math.max(plan.rounds(), dev.clnrm.bench.stats.MethodConstants.PRIOR_FORKS);
        return Spending.each(least, Math.max(least, plan.mostRounds()));
    }

    /** The looks of this run and how each is judged. */
    private record Looks(Plan plan, Expectations expected, Strictness strictness) {
        Changes changes(Side base, Side head) {
            return new Changes(base, head, expected, strictness);
        }

        MoreForks undecided(Side base, Side head) {
            Set<CaseName> decided = ChangeJudgement.decided(base, head, settings(base, head));
            return MoreForks.most(plan.cases().stream()
                    .map(PlannedCase::name)
                    .filter(name -> !decided.contains(name))
                    .toList());
        }

        ChangeJudgement judge(Side base, Side head, Judgement ofHead) {
            return ChangeJudgement.of(base, head, ofHead, settings(base, head));
        }

        private ChangeSettings settings(Side base, Side head) {
            Set<CaseName> same = Set.copyOf(plan.base().orElseThrow().sameCode());
            return changes(base, head).settings().measuredTogether(looks(plan), same);
        }
    }
}
