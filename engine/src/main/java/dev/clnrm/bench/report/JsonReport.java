package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.Census;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;

/** A run for programs: a stable interface, described in {@code docs/json.md}. Base units; names are whole. */
public record JsonReport() implements Renderer {
    /** Raised if a reader of the format would no longer understand it; a new key does not raise it. */
    static final int FORMAT = 2;

    @Override
    public String render(Report view) {
        Judgement judgement = view.promises();
        Census census = judgement.census();
        return JsonText.lines(new Fields()
                .with("format", FORMAT)
                .with("status", StatusLabel.of(judgement.result()))
                .with("exit", judgement.exit())
                .with("judged", census.judged())
                .with("promises", census.promises())
                .with("measured", census.measured())
                .with("cases", census.cases())
                .with("confidence", judgement.settings().confidence())
                .with("run", run(view.facts()))
                .with(
                        "measurements",
                        view.cases().stream()
                                .flatMap(shown -> shown.measured().map(one -> measured(shown, one)).stream())
                                .toList())
                .with("budgets", JsonParts.budgets(judgement))
                .with("laws", JsonParts.laws(judgement))
                .with("failed", FailureJson.of(judgement)));
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

    private static Fields measured(CaseView shown, Measurement measured) {
        return JsonParts.name(shown.name())
                .with("label", shown.budget().label())
                .with("category", shown.budget().category())
                .with("mode", measured.mode())
                .with("threads", measured.threads())
                .with("forks", measured.forks())
                .with("failed", measured.failed())
                .with("gated", shown.gated())
                .with("time", amount(Metric.TIME, measured.time()))
                .with("floor", amount(Metric.TIME, measured.floor()))
                .with("allocation", amount(Metric.ALLOCATION, measured.allocation()))
                .with("spread", measured.spread())
                .with("degrees", measured.degrees())
                .with("detectable", measured.detectable())
                .with("steady", measured.steady())
                .with("warnings", JsonParts.warnings(measured.warnings()))
                .and(SecondaryJson.of(measured.secondary()));
    }

    private static Fields amount(Metric metric, Estimate estimate) {
        return new Fields()
                .with("unit", Words.unit(metric))
                .and(JsonParts.estimate(estimate))
                .with("forks", estimate.forks())
                .with("warnings", JsonParts.warnings(estimate.warnings()));
    }
}
