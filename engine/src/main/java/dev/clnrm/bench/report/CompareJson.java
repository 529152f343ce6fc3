package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeCensus;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.CommonCause;
import java.util.List;

/** A comparison for programs: a stable interface, described in {@code docs/json.md}. Base units; names are whole. */
public record CompareJson() implements Renderer {
    @Override
    public String render(Report view) {
        ChangeJudgement judgement = view.compared();
        ChangeCensus census = judgement.census();
        return JsonText.lines(new Fields()
                .with("format", JsonReport.FORMAT)
                .with("status", StatusLabel.of(judgement.result()))
                .with("exit", judgement.exit())
                .with("judged", census.judged())
                .with("cases", census.cases())
                .with("alpha", judgement.settings().level())
                .each("verdicts", judgement.verdicts(), verdict -> VerdictJson.of(view, verdict))
                .with("budgets", JsonParts.budgets(judgement.promises()))
                .with("laws", JsonParts.laws(judgement.promises()))
                .with("failed", FailureJson.of(judgement))
                .with("common_cause", judgement.commonCause().map(cause -> cause(cause, judgement)))
                .with("family", census.family())
                .with("promises", census.promised())
                .with("promises_judged", census.promises())
                .with("confidence", judgement.settings().confidence())
                .with("noise_floor", judgement.noiseFloor())
                .with("detectable", view.detectable())
                .with("fail_on", judgement.settings().failFrom().map(Words::of).orElse("never"))
                .with("allow_different_hosts", judgement.settings().allowUnlike())
                .with("base_side", side(view.facts().base().orElseThrow()))
                .with("head_side", side(view.facts().head()))
                .with("warnings", JsonParts.warnings(judgement.caveats(), List.of()))
                .with("notes", view.facts().notes()));
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

    private static Fields side(RunFacts.Named side) {
        return new Fields()
                .with("label", side.label())
                .with("host", side.host())
                .with("jdk", side.jdk());
    }
}
