package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Spreads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns samples and rules into verdicts. All callers and all sources of samples use it. */
public final class Judge {
    private final RunSamples run;
    private final Rules rules;
    private final List<String> doubts;

    private Judge(RunSamples run, Rules rules, List<String> doubts) {
        this.run = run;
        this.rules = rules;
        this.doubts = doubts;
    }

    /**
     * Judges a run.
     *
     * @param trust who could write the samples. In a stranger's run, data that would make the verdict milder is ignored, and missing or
     *     contradictory data is reported.
     */
    public static Judgement judge(RunSamples run, Rules rules, Trust trust) {
        return switch (trust) {
            case MEASURED_HERE, STORED -> new Judge(run, rules, List.of()).judge();
            case FROM_A_STRANGER -> new Judge(run.ofStranger(), rules.comparingUnlike(), Doubts.of(run, rules)).judge();
        };
    }

    /** The cases of a running measurement that need no further forks. */
    public static Set<CaseName> decided(RunSamples run, Rules rules) {
        return new Matching(run, rules).decided();
    }

    private Judgement judge() {
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        Set<CaseName> names = run.ofHead();
        names.addAll(rules.owed().cases());
        names.forEach(name -> budgets.put(name, rules.budget(name)));
        HeadJudgement head = head(budgets);
        Optional<ChangeJudgement> change = run.base().map(base -> new Matching(run, rules).judge(head));
        run.base().ifPresent(base -> rules.budgets().forEach(budgets::putIfAbsent));
        return new Judgement(head, change, budgets);
    }

    /** The head against its budgets and laws. */
    private HeadJudgement head(Map<CaseName, Budget> promised) {
        Map<CaseName, CaseSamples> samples = samples(promised);
        Spreads side = Spreads.of(run.head().family());
        List<Measurement> measurements = new ArrayList<>();
        List<BudgetVerdict> budgets = new ArrayList<>();
        List<FailedCase> failed = new ArrayList<>();
        Set<CaseName> judged = new LinkedHashSet<>(promised.keySet());
        if (run.base().isPresent()) {
            judged.removeIf(name -> nothingToSay(name, samples));
        }
        for (CaseName name : judged) {
            Optional<CaseSamples> measured = Optional.ofNullable(samples.get(name));
            measured.ifPresent(s -> measurements.add(Measurement.of(s, side, rules.confidence(name))));
            failure(name, measured).ifPresent(failed::add);
            budgets.addAll(new BudgetJudge(name, measured, side, rules.confidence(name)).judge(rules.budget(name)));
        }
        LawJudge lawJudge = new LawJudge(samples, side, new CaseReferences(List.copyOf(promised.keySet())), rules);
        List<LawVerdict> laws = rules.laws().stream().map(lawJudge::judge).toList();
        return HeadJudgement.of(measurements, budgets, laws, failed, judged.size(), rules, end(), doubts);
    }

    private RunSamples.End end() {
        return rules.owed().base() && run.base().isEmpty() ? RunSamples.End.WITHOUT_BASE : run.end();
    }

    /**
     * The samples of each case. If a case has several modes, the mode with single times is used if a percentile is limited; else the
     * first.
     */
    private Map<CaseName, CaseSamples> samples(Map<CaseName, Budget> promised) {
        Map<CaseName, CaseSamples> all = new LinkedHashMap<>();
        for (CaseSamples one : run.head().samples()) {
            boolean percentile = Optional.ofNullable(promised.get(one.name()))
                    .flatMap(Budget::time)
                    .flatMap(limit -> limit.percentile())
                    .isPresent();
            if (percentile && one.mode() == Mode.SAMPLE) {
                all.put(one.name(), one);
            } else {
                all.putIfAbsent(one.name(), one);
            }
        }
        return all;
    }

    /** Whether the comparison covers the case: it ran, and no budget or law applies to it. There may be many such cases. */
    private boolean nothingToSay(CaseName name, Map<CaseName, CaseSamples> samples) {
        Budget budget = rules.budget(name);
        return rules.laws().isEmpty()
                && budget.time().isEmpty()
                && budget.allocation().isEmpty()
                && samples.containsKey(name)
                && samples.get(name).failures().isEmpty();
    }

    private static Optional<FailedCase> failure(CaseName name, Optional<CaseSamples> measured) {
        if (measured.isEmpty()) {
            return Optional.of(new FailedCase(name, Optional.empty(), 0, 0));
        }
        List<Outcome.Failed> failures = measured.get().failures();
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of(new FailedCase(
                        name,
                        Optional.of(failures.get(0)),
                        failures.size(),
                        measured.get().forks().size()));
    }
}
