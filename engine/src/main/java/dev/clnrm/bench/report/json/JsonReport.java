package dev.clnrm.bench.report.json;

import dev.clnrm.bench.judge.Census;
import dev.clnrm.bench.judge.ChangeCensus;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.CommonCause;
import dev.clnrm.bench.judge.GoalOutcome;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.report.CaseView;
import dev.clnrm.bench.report.CommonCauseText;
import dev.clnrm.bench.report.GoalText;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.MemoryUse;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Precision;
import java.util.Optional;

/** A run or a comparison for programs: a stable interface, described in {@code docs/json.md}. Base units; names are complete. */
public record JsonReport() implements Renderer {
    /**
     * The version of the format. It is raised if a reader of the format would no longer understand it; a new key does not raise
     * it.
     */
    static final int FORMAT = 2;

    @Override
    public String render(Report report) {
        return JsonText.lines(
                report.change().map(change -> twoSides(report, change)).orElseGet(() -> oneSide(report)));
    }

    private static Fields oneSide(Report report) {
        HeadJudgement judgement = report.promises();
        Census census = judgement.census();
        return new Fields()
                .with("format", FORMAT)
                .with("status", StatusLabel.of(judgement.result()))
                .with("exit", judgement.exit())
                .with("judged", census.judged())
                .with("promises", census.promises())
                .with("measured", census.measured())
                .with("cases", census.cases())
                .with("confidence", judgement.rules().confidence())
                .with("run", run(report.facts()))
                .each(
                        "measurements",
                        report.cases().stream().filter(shown -> shown.measured().isPresent()),
                        shown -> measured(shown, shown.measured().orElseThrow()))
                .each("budgets", judgement.budgets(), JsonParts::budget)
                .each("laws", judgement.laws(), JsonParts::law)
                .each("failed", judgement.failed(), JsonParts::failure)
                .with("memory", memory(report));
    }

    private static Fields run(RunFacts facts) {
        Cost cost = facts.cost().orElseThrow();
        return new Fields()
                .with("host", facts.head().host())
                .with("jdk", facts.head().jdk())
                .with("seed", cost.seed())
                .with("seconds", cost.seconds())
                .with("forks", cost.headForks())
                .with("kept", facts.resumed())
                .with("folder", facts.folder())
                .with("notes", facts.notes());
    }

    private static Optional<Fields> memory(Report report) {
        return report.facts().cost().flatMap(Cost::memory).map(memory -> new Fields()
                .with("interval", memory.interval())
                .each("peaks", memory.peaks(), JsonReport::peak));
    }

    private static Fields peak(MemoryUse.Peak peak) {
        return new Fields()
                .with("case", peak.name())
                .with("side", peak.side())
                .with("heap", peak.heap())
                .with("resident", peak.resident())
                .with("readings", peak.readings());
    }

    private static Fields measured(CaseView shown, Measurement measured) {
        return JsonParts.name(shown.name())
                .with("label", shown.budget().label())
                .with("category", shown.budget().category())
                .with("mode", measured.forks().mode())
                .with("threads", measured.forks().threads())
                .with("forks", measured.forks().finished())
                .with("failed", measured.forks().failed())
                .with("time", amount(Metric.TIME, measured.time()))
                .with("floor", amount(Metric.TIME, measured.floor()))
                .with("allocation", amount(Metric.ALLOCATION, measured.allocation()))
                .with("spread", measured.precision().map(Precision::spread))
                .with("degrees", measured.precision().map(Precision::degrees))
                .with("detectable", measured.precision().map(Precision::detectable))
                .with("steady", measured.steady())
                .with("warnings", measured.warnings())
                .and(JsonParts.secondary(measured.secondary(), JsonParts::alone));
    }

    private static Fields amount(Metric metric, Estimate estimate) {
        return new Fields()
                .with("unit", Words.unit(metric))
                .and(JsonParts.estimate(estimate))
                .with("forks", estimate.forks())
                .with("warnings", estimate.warnings());
    }

    private static Fields twoSides(Report report, ChangeJudgement judgement) {
        ChangeCensus census = judgement.census();
        return new Fields()
                .with("format", FORMAT)
                .with("status", StatusLabel.of(judgement.result()))
                .with("exit", judgement.exit())
                .with("judged", census.judged())
                .with("cases", census.cases())
                .with("alpha", judgement.rules().level())
                .each("verdicts", judgement.verdicts(), verdict -> VerdictJson.of(report, verdict))
                .each("budgets", judgement.promises().budgets(), JsonParts::budget)
                .each("laws", judgement.promises().laws(), JsonParts::law)
                .with("failed", JsonParts.failuresOfBoth(report))
                .with("goal", judgement.outcome().map(JsonReport::goal))
                .with("common_cause", judgement.commonCause().map(cause -> cause(cause, judgement)))
                .with("family", census.family())
                .with("promises", census.promised())
                .with("promises_judged", census.promises())
                .with("confidence", judgement.rules().confidence())
                .with("noise_floor", judgement.noiseFloor())
                .with("detectable", report.detectable())
                .with("fail_on", judgement.rules().failFrom().map(Words::of).orElse("never"))
                .with("allow_different_hosts", judgement.rules().strictness().differentHosts())
                .with("base_side", side(report.facts().base().orElseThrow()))
                .with("head_side", side(report.facts().head()))
                .each("explanations", report.explanations(), ProfileJson::of)
                .with("memory", memory(report))
                .with("warnings", judgement.caveats())
                .with("notes", report.facts().notes())
                .with("omitted", report.facts().reach().omitted())
                .with("reach", ReachJson.of(report.facts().reach()));
    }

    private static Fields cause(CommonCause cause, ChangeJudgement judgement) {
        return new Fields()
                .with("cases", cause.moved())
                .with("of", cause.compared())
                .with("ratio", cause.factor())
                .with("lowest", cause.low())
                .with("highest", cause.high())
                .with("sentence", CommonCauseText.sentence(judgement));
    }

    private static Fields goal(GoalOutcome outcome) {
        return new Fields()
                .with("wanted", GoalText.word(outcome.goal()))
                .with("reached", outcome.reached())
                .with("cases", outcome.cases())
                .with("of", outcome.of());
    }

    private static Fields side(RunFacts.Named side) {
        return new Fields()
                .with("label", side.label())
                .with("host", side.host())
                .with("jdk", side.jdk());
    }
}
