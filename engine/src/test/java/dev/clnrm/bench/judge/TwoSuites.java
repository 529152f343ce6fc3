package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Spending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two sides put together by hand, and judged. */
final class TwoSuites {
    static final Conditions HERE = new Conditions(
            Optional.of("AMD EPYC 7763"),
            Optional.of("17.0.15"),
            Optional.empty(),
            Optional.of(List.of("-Xmx1g")),
            Optional.of("compiler"));

    /** 3 % and 0.5 ns, 1 % and 8 B; thresholds at 15, 30 and 50 %. */
    static final ChangeRules RULES = (name, metric, base) -> switch (metric) {
        case TIME -> new ChangeRule(0.03, 0.5e-9, 0.05, 0.15, 0.30, 0.50, Optional.empty());
        case ALLOCATION -> new ChangeRule(0.01, 8, 0, 0.15, 0.30, 0.50, Optional.empty());
    };

    private final List<Measured> base = new ArrayList<>();
    private final List<Measured> head = new ArrayList<>();
    private Conditions ofBase = HERE;
    private Conditions ofHead = HERE;
    private Optional<String> baseJob = Optional.empty();
    private Optional<String> headJob = Optional.empty();
    private Optional<RunSamples.Turns> turns = Optional.empty();
    private Rules rules = SomeRules.of(RULES);

    TwoSuites base(CaseSamples samples) {
        base.add(new Measured(samples, ofBase));
        return this;
    }

    TwoSuites head(CaseSamples samples) {
        head.add(new Measured(samples, ofHead));
        return this;
    }

    /** Where what follows on each side was measured. */
    TwoSuites in(Conditions base, Conditions head) {
        ofBase = base;
        ofHead = head;
        return this;
    }

    TwoSuites jobs(String base, String head) {
        baseJob = Optional.of(base);
        headJob = Optional.of(head);
        return this;
    }

    TwoSuites waive(CaseName name, Waived waived) {
        rules = new Rules(
                rules.budgets(),
                rules.laws(),
                rules.changes(),
                Map.of(name, waived),
                rules.failOn(),
                rules.confidences(),
                rules.strictness(),
                rules.owed());
        return this;
    }

    TwoSuites failOn(FailOn smallest) {
        rules = new Rules(
                rules.budgets(),
                rules.laws(),
                rules.changes(),
                rules.waivers(),
                smallest,
                rules.confidences(),
                rules.strictness(),
                rules.owed());
        return this;
    }

    TwoSuites allow(boolean inconclusiveFails, boolean unlike, boolean otherTimes) {
        Optional<FailOn> asked = otherTimes ? Optional.of(rules.failOn()) : Optional.empty();
        rules = rules.with(new Strictness(asked, unlike, inconclusiveFails));
        return this;
    }

    TwoSuites removed(CaseKey key) {
        turns = Optional.of(
                new RunSamples.Turns(Spending.each(3, 5), Set.of(), List.of(key), Set.of(), Optional.empty()));
        return this;
    }

    TwoSuites goal(Goal goal) {
        turns = Optional.of(
                new RunSamples.Turns(Spending.each(3, 5), Set.of(), List.of(), Set.of(), Optional.of(goal)));
        return this;
    }

    ChangeJudgement judge() {
        return judge(
                new RunSamples(
                        Optional.of(new Side("old", baseJob, base)),
                        new Side("new", headJob, head),
                        DeclaredRules.NONE,
                        turns,
                        RunSamples.End.COMPLETE),
                rules);
    }

    static ChangeJudgement judge(Side base, Side head, Rules rules) {
        return judge(RunSamples.of(base, head, DeclaredRules.NONE), rules);
    }

    private static ChangeJudgement judge(RunSamples run, Rules rules) {
        return Judge.judge(run, rules, Trust.MEASURED_HERE).change().orElseThrow();
    }

    /** The verdict on the time of the only case. */
    ChangeVerdict time() {
        return only(Metric.TIME);
    }

    ChangeVerdict allocation() {
        return only(Metric.ALLOCATION);
    }

    private ChangeVerdict only(Metric metric) {
        List<ChangeVerdict> found =
                judge().verdicts().stream().filter(v -> v.metric() == metric).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one verdict, but there are " + found.size());
        }
        return found.get(0);
    }
}
