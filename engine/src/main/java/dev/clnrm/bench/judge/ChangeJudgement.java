package dev.clnrm.bench.judge;

import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comparison of two sides, and the verdicts on the head by its budgets and laws.
 *
 * @param verdicts one verdict for each metric of each case, in the order of the base, followed by the cases that only the head has
 * @param promises the verdicts on the head by itself
 * @param census how much could be judged
 * @param noiseFloor the difference between forks of one case, the median of the cases: 0.01 is 1 %
 * @param moderated whether the spread of each case was moderated by the spread of all cases
 * @param caveats the restrictions of the whole comparison, each once
 * @param rules the rules it was judged by
 * @param failures the cases that failed on a side
 * @param secondary JMH's secondary results, for the cases that have any
 * @param goal the goal of the comparison
 */
public record ChangeJudgement(
        List<ChangeVerdict> verdicts,
        HeadJudgement promises,
        ChangeCensus census,
        Optional<Double> noiseFloor,
        boolean moderated,
        List<Caveat> caveats,
        Rules rules,
        List<CaseFailure> failures,
        Map<CaseKey, Secondaries> secondary,
        Optional<Goal> goal) {
    public ChangeJudgement {
        verdicts = List.copyOf(verdicts);
        caveats = List.copyOf(caveats);
        failures = List.copyOf(failures);
        secondary = Map.copyOf(secondary);
    }

    /** The same with further caveats. */
    public ChangeJudgement with(List<? extends Caveat> further) {
        List<Caveat> all = new ArrayList<>(caveats);
        all.addAll(further);
        return new ChangeJudgement(
                verdicts, promises, census, noiseFloor, moderated, all, rules, failures, secondary, goal);
    }

    /** The secondary results of a case; they are shown with the verdict on its time. */
    public Secondaries secondary(ChangeVerdict verdict) {
        return verdict.metric() == Metric.TIME
                ? secondary.getOrDefault(new CaseKey(verdict.name(), verdict.mode()), Secondaries.NONE)
                : Secondaries.NONE;
    }

    /** Whether the verdict makes the check fail. */
    public boolean fails(ChangeVerdict verdict) {
        return verdict.gated()
                && verdict.severity()
                        .filter(severity -> rules.failFrom().isPresent()
                                && severity.compareTo(rules.failFrom().get()) >= 0)
                        .isPresent();
    }

    /** The result of the whole comparison. Proven results stay proven even if other results are unknown, so they come first. */
    public Result result() {
        if (verdicts.stream().anyMatch(this::fails)) {
            return Result.REGRESSED;
        }
        if (promises.result() == HeadJudgement.Result.OVER_BUDGET) {
            return Result.OVER_BUDGET;
        }
        if (promises.result() == HeadJudgement.Result.COULD_NOT_MEASURE || any(Finding.FAILED)) {
            return Result.COULD_NOT_MEASURE;
        }
        if (verdicts.stream().noneMatch(ChangeVerdict::judged)) {
            return onlyNew() ? open().filter(Result.INCONCLUSIVE::equals).orElse(Result.NEW) : Result.NOTHING_JUDGED;
        }
        if (isUnproven()) {
            return Result.NOT_PROVEN;
        }
        Optional<Result> open = open();
        if (open.isPresent() && rules.strictness().failOnInconclusive()) {
            return open.get();
        }
        if (verdicts.stream()
                .anyMatch(v -> v.finding() == Finding.REGRESSED && v.waiver().isEmpty())) {
            return Result.WARNING;
        }
        return open.orElse(any(Finding.IMPROVED) ? Result.IMPROVED : Result.OK);
    }

    /** The result that prevents ok although nothing is proven worse. */
    private Optional<Result> open() {
        if (any(Finding.MISSING) || any(Finding.REMOVED)) {
            return Optional.of(Result.INCOMPLETE);
        }
        boolean inconclusive = promises.result() == HeadJudgement.Result.INCONCLUSIVE
                || any(Finding.INCONCLUSIVE)
                || any(Finding.INCOMPARABLE);
        return inconclusive ? Optional.of(Result.INCONCLUSIVE) : Optional.empty();
    }

    /** Whether the goal was reached; empty without a goal. */
    public Optional<GoalOutcome> outcome() {
        return goal.map(wanted -> GoalOutcome.of(wanted, verdicts));
    }

    private boolean isUnproven() {
        return outcome().filter(GoalOutcome::isUnproven).isPresent();
    }

    /** Whether the base has none of the cases because they are new, and not because they failed. */
    private boolean onlyNew() {
        return failures.isEmpty() && !verdicts.isEmpty() && verdicts.stream().allMatch(v -> v.finding() == Finding.NEW);
    }

    private boolean any(Finding finding) {
        return verdicts.stream().anyMatch(v -> v.finding() == finding);
    }

    /** The probable common cause of most changes. */
    public Optional<CommonCause> commonCause() {
        return CommonCause.of(verdicts);
    }

    /** Whether the sides have a case in common. */
    public boolean matched() {
        return verdicts.stream().anyMatch(v -> v.comparison().isPresent());
    }

    /** The exit status: 0, 1, 3 or, if the user forbids inconclusive results, 4. */
    public int exit() {
        return switch (result()) {
            case REGRESSED, OVER_BUDGET, NOT_PROVEN -> 1;
            case COULD_NOT_MEASURE -> 3;
            case NOTHING_JUDGED -> rules.strictness().failOnInconclusive() ? 4 : !matched() ? 3 : isUnproven() ? 1 : 0;
            case NEW -> isUnproven() ? 1 : 0;
            case INCOMPLETE, INCONCLUSIVE -> rules.strictness().failOnInconclusive() ? 4 : 0;
            case WARNING, IMPROVED, OK -> 0;
        };
    }

    /** The result of a comparison. */
    public enum Result {
        /** A proven regression fails the check. */
        REGRESSED,
        /** A budget or law of the head is proven broken. */
        OVER_BUDGET,
        /** Something failed, or has no result that a budget needs. */
        COULD_NOT_MEASURE,
        /** No case could be judged: the sides have no case in common, cannot be compared, or have one fork each. */
        NOTHING_JUDGED,
        /** The goal of the run is not reached. */
        NOT_PROVEN,
        /** Every case is new, so there is nothing to compare yet. */
        NEW,
        /** There are proven regressions, none of which fails the check. */
        WARNING,
        /** The head lacks cases of the base. */
        INCOMPLETE,
        /** Something is inconclusive. */
        INCONCLUSIVE,
        /** Something is better, nothing is worse, and everything is decided. */
        IMPROVED,
        /** Everything is decided, and nothing is worse or better. */
        OK
    }
}
