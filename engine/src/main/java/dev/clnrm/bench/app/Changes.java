package dev.clnrm.bench.app;

import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeSettings;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.Settings;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Spending;
import dev.clnrm.bench.stats.Spreads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two sides to be judged.
 *
 * @param base what is compared against
 * @param head what is compared
 * @param expected what they are held to
 * @param strictness how strictly they are judged
 */
public record Changes(Side base, Side head, Expectations expected, Strictness strictness) {
    public ChangeJudgement judge() {
        return judge(promises());
    }

    /** The same of sides that took turns in one run, looked at after so many forks. */
    public ChangeJudgement judge(Spending looks) {
        return judge(looks, Set.of());
    }

    /** The same where the code of some cases is known to be the same on both sides. */
    public ChangeJudgement judge(Spending looks, Set<CaseName> sameCode) {
        return ChangeJudgement.of(base, head, promises(), settings().measuredTogether(looks, sameCode));
    }

    /** The same with the head judged already. */
    public ChangeJudgement judge(Judgement promises) {
        return ChangeJudgement.of(base, head, promises, settings());
    }

    /** How changes are judged. */
    public ChangeSettings settings() {
        return new ChangeSettings(
                1 - expected.confidence(),
                expected.confidence(),
                expected.rules(),
                expected.waivers(),
                from(strictness.failOn().orElse(expected.failOn())),
                strictness.failOnInconclusive(),
                strictness.differentHosts(),
                strictness.failOn().isPresent());
    }

    /** The least severity that fails; empty for none. */
    private static Optional<Severity> from(FailOn failOn) {
        return switch (failOn) {
            case REGRESSION -> Optional.of(Severity.MINOR);
            case WARNING -> Optional.of(Severity.WARNING);
            case CRITICAL -> Optional.of(Severity.CRITICAL);
            case ALERT -> Optional.of(Severity.ALERT);
            case NEVER -> Optional.empty();
        };
    }

    /** The head against its budgets and laws. Cases of which nothing is promised and nothing failed are left out, because they may be many. */
    private Judgement promises() {
        Map<CaseName, CaseSamples> samples = new LinkedHashMap<>();
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        for (Measured measured : head.cases()) {
            CaseName name = measured.samples().name();
            Budget budget = expected.budgets().getOrDefault(name, Budget.NONE);
            boolean promised = budget.time().isPresent()
                    || budget.allocation().isPresent()
                    || !expected.laws().isEmpty();
            if (!promised && measured.samples().failures().isEmpty()) {
                continue;
            }
            budgets.put(name, budget);
            boolean percentile =
                    budget.time().flatMap(limit -> limit.percentile()).isPresent();
            // Of several modes of one case, that which keeps single times if a percentile is limited; else the
            // first.
            if (!samples.containsKey(name) || (percentile && measured.samples().mode() == Mode.SAMPLE)) {
                samples.put(name, measured.samples());
            }
        }
        Settings settings = expected.settings().withFailOnInconclusive(strictness.failOnInconclusive());
        return Judgement.of(samples, Spreads.of(head.family()), budgets, expected.laws(), settings);
    }

    public Report view(ChangeJudgement judgement, List<String> command, List<String> notes) {
        return view(judgement, command, notes, Optional.empty());
    }

    public Report view(ChangeJudgement judgement, List<String> command, List<String> notes, Optional<Cost> cost) {
        return Report.of(judgement, expected.budgets(), RunFacts.of(named(base), named(head), command, notes, cost));
    }

    private static RunFacts.Named named(Side side) {
        List<Conditions> all =
                side.cases().stream().map(Measured::conditions).distinct().toList();
        List<String> hosts = new ArrayList<>(
                all.stream().flatMap(c -> c.host().stream()).distinct().toList());
        List<String> jdks = new ArrayList<>(
                all.stream().flatMap(c -> c.jdk().stream()).distinct().toList());
        return new RunFacts.Named(side.label(), joined(hosts), joined(jdks));
    }

    private static Optional<String> joined(List<String> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", words));
    }
}
