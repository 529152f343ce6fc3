package dev.clnrm.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Warning;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeCensus;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.CommonCause;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Waived;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A comparison for programs: a stable interface. Base units, {@code null} where there is no number, every key always there; names are
 * whole, and what is not ASCII is escaped.
 */
public record CompareJson() implements Renderer {
    @Override
    public String render(Report view) {
        return Json.text(json -> write(json, view));
    }

    private static void write(JsonGenerator json, Report view) throws IOException {
        ChangeJudgement judgement = view.compared();
        ChangeCensus census = judgement.census();
        json.writeStartObject();
        json.writeNumberField("format", JsonReport.FORMAT);
        json.writeStringField("status", StatusLabel.of(judgement.result()).code());
        json.writeNumberField("exit", judgement.exit());
        json.writeNumberField("judged", census.judged());
        json.writeNumberField("cases", census.cases());
        Json.number(json, "alpha", Optional.of(judgement.settings().level()));
        json.writeArrayFieldStart("verdicts");
        for (ChangeVerdict verdict : judgement.verdicts()) {
            verdict(json, view, verdict);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("budgets");
        for (BudgetVerdict budget : judgement.promises().budgets()) {
            budget(json, budget);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("laws");
        for (LawVerdict law : judgement.promises().laws()) {
            JsonReport.law(json, law);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failed");
        failed(json, judgement);
        json.writeEndArray();
        rest(json, view);
        json.writeEndObject();
    }

    /** One entry for each side a case failed on, and one for each case that was never run. */
    private static void failed(JsonGenerator json, ChangeJudgement judgement) throws IOException {
        Map<CaseName, FailedCase> ofHead = judgement.promises().failed().stream()
                .collect(Collectors.toMap(FailedCase::name, one -> one, (first, second) -> first));
        for (CaseFailure failure : judgement.failures()) {
            boolean gated = Optional.ofNullable(ofHead.get(failure.name()))
                    .map(FailedCase::gated)
                    .orElse(false);
            if (failure.base().isPresent()) {
                JsonReport.failed(
                        json, failed(failure, failure.base().get(), false), Optional.of("base"), where(failure));
            }
            if (failure.head().isPresent()) {
                JsonReport.failed(
                        json, failed(failure, failure.head().get(), gated), Optional.of("head"), where(failure));
            }
        }
        for (FailedCase notRun : judgement.promises().failed()) {
            if (notRun.how().isEmpty()) {
                JsonReport.failed(json, notRun, Optional.empty(), Optional.empty());
            }
        }
    }

    private static FailedCase failed(CaseFailure failure, CaseFailure.OnSide side, boolean gated) {
        return new FailedCase(failure.name(), Optional.of(side.how()), side.failed(), side.of(), gated);
    }

    private static Optional<String> where(CaseFailure failure) {
        return Optional.of(failure.where().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static void rest(JsonGenerator json, Report view) throws IOException {
        ChangeJudgement judgement = view.compared();
        commonCause(json, judgement);
        json.writeNumberField("family", judgement.census().family());
        json.writeNumberField("promises", judgement.census().promised());
        json.writeNumberField("promises_judged", judgement.census().promises());
        Json.number(json, "confidence", Optional.of(judgement.settings().confidence()));
        Json.number(json, "noise_floor", judgement.noiseFloor());
        Json.number(json, "detectable", view.detectable());
        Json.string(
                json,
                "fail_on",
                Optional.of(judgement.settings().failFrom().map(Words::of).orElse("never")));
        json.writeBooleanField("allow_different_hosts", judgement.settings().allowUnlike());
        side(json, "base_side", view.facts().base().orElseThrow());
        side(json, "head_side", view.facts().head());
        caveats(json, judgement.caveats(), List.of());
        Json.strings(json, "notes", view.facts().notes());
    }

    private static void commonCause(JsonGenerator json, ChangeJudgement judgement) throws IOException {
        Optional<CommonCause> cause = judgement.commonCause();
        if (cause.isEmpty()) {
            json.writeNullField("common_cause");
            return;
        }
        json.writeObjectFieldStart("common_cause");
        json.writeNumberField("cases", cause.get().moved());
        json.writeNumberField("of", cause.get().compared());
        Json.number(json, "ratio", Optional.of(cause.get().factor()));
        Json.number(json, "lowest", Optional.of(cause.get().low()));
        Json.number(json, "highest", Optional.of(cause.get().high()));
        Json.string(json, "sentence", CommonCauseText.sentence(judgement));
        json.writeEndObject();
    }

    private static void side(JsonGenerator json, String key, RunFacts.Named side) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("label", side.label());
        Json.string(json, "host", side.host());
        Json.string(json, "jdk", side.jdk());
        json.writeEndObject();
    }

    private static void verdict(JsonGenerator json, Report view, ChangeVerdict verdict) throws IOException {
        json.writeStartObject();
        JsonReport.name(json, verdict.name());
        json.writeStringField("metric", Words.of(verdict.metric()));
        json.writeStringField("unit", Words.unit(verdict.metric()));
        json.writeStringField("verdict", Words.of(verdict.finding()));
        Json.string(json, "severity", verdict.severity().map(Words::of));
        json.writeBooleanField("gated", verdict.gated());
        Json.number(json, "base", verdict.base().flatMap(Estimate::value));
        Json.number(json, "head", verdict.head().flatMap(Estimate::value));
        Json.string(json, "statistic", verdict.look().map(Words::code));
        Json.number(json, "ratio", verdict.ratio());
        Json.number(json, "low", verdict.change().map(Interval::low));
        Json.number(json, "high", verdict.change().map(Interval::high));
        Json.number(json, "p", verdict.evidence().map(Evidence::p));
        Json.number(json, "adjusted", verdict.evidence().map(Evidence::adjusted));
        json.writeArrayFieldStart("forks");
        json.writeNumber(verdict.base().map(Estimate::forks).orElse(0));
        json.writeNumber(verdict.head().map(Estimate::forks).orElse(0));
        json.writeEndArray();
        Json.number(
                json,
                "detectable",
                verdict.comparison().flatMap(Comparison::precision).map(Comparison.Precision::detectable));
        Json.number(json, "tolerance", Optional.of(verdict.limits().tolerance()));
        Json.number(json, "margin", Optional.of(verdict.limits().margin()));
        caveats(
                json,
                verdict.caveats(),
                verdict.comparison().map(Comparison::warnings).orElse(List.of()));
        Json.string(json, "rule", verdict.rule().place().map(Place::toLine));
        json.writeStringField("mode", verdict.mode().jmhName());
        json.writeBooleanField("fails", view.compared().fails(verdict));
        json.writeObjectFieldStart("statistics");
        for (var one :
                verdict.comparison().map(Comparison::changes).orElse(Map.of()).entrySet()) {
            json.writeObjectFieldStart(Words.code(one.getKey()));
            Json.number(json, "ratio", Optional.of(one.getValue().estimate()));
            Json.number(json, "low", Optional.of(one.getValue().low()));
            Json.number(json, "high", Optional.of(one.getValue().high()));
            json.writeEndObject();
        }
        json.writeEndObject();
        Json.number(
                json,
                "spread",
                verdict.comparison().flatMap(Comparison::precision).map(Comparison.Precision::spread));
        Json.integer(json, "forks_to_decide", verdict.forksToDecide());
        Json.strings(json, "reasons", verdict.reasons());
        waiver(json, verdict.waiver());
        Budget budget = view.promised().getOrDefault(verdict.name(), Budget.NONE);
        Json.string(json, "label", budget.label());
        Json.string(json, "because", budget.because());
        SecondaryJson.compared(json, verdict, view.compared().secondary(verdict));
        json.writeEndObject();
    }

    private static void waiver(JsonGenerator json, Optional<Waived> waiver) throws IOException {
        if (waiver.isEmpty()) {
            json.writeNullField("waiver");
            return;
        }
        json.writeObjectFieldStart("waiver");
        json.writeStringField("until", waiver.get().until().toString());
        json.writeStringField("because", waiver.get().because());
        json.writeStringField("rule", waiver.get().place().toLine());
        json.writeEndObject();
    }

    private static void caveats(JsonGenerator json, List<Caveat> caveats, List<Warning> warnings) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (Caveat caveat : caveats) {
            json.writeStartObject();
            json.writeStringField("code", caveat.code());
            json.writeStringField("message", Words.of(caveat));
            json.writeEndObject();
        }
        for (Warning warning : warnings) {
            json.writeStartObject();
            json.writeStringField("code", warning.code());
            json.writeStringField("message", Words.of(warning));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void budget(JsonGenerator json, BudgetVerdict budget) throws IOException {
        json.writeStartObject();
        json.writeStringField("benchmark", budget.name().qualified());
        json.writeStringField("metric", Words.of(budget.metric()));
        Json.number(json, "limit", Optional.of(budget.limit()));
        Json.number(json, "estimate", budget.measured().value());
        Json.number(json, "low", budget.measured().interval().map(Interval::low));
        Json.number(json, "high", budget.measured().interval().map(Interval::high));
        Json.number(json, "headroom", budget.headroom());
        json.writeStringField("status", StatusLabel.of(budget.status()).code());
        json.writeObjectFieldStart("params");
        for (var param : budget.name().params().entrySet()) {
            json.writeStringField(param.getKey(), param.getValue());
        }
        json.writeEndObject();
        if (budget.name().variant().isPresent()) {
            json.writeStringField("variant", budget.name().variant().get());
        }
        Json.number(json, "percentile", budget.percentile());
        json.writeStringField("unit", Words.unit(budget.metric()));
        Json.number(json, "critical_limit", budget.criticalLimit());
        json.writeBooleanField("critical", budget.critical());
        json.writeNumberField("forks", budget.measured().forks());
        Json.integer(json, "forks_to_decide", budget.forksToDecide());
        json.writeStringField("rule", budget.rule().toLine());
        Json.string(json, "reason", budget.reason());
        Json.string(json, "because", budget.because());
        json.writeEndObject();
    }
}
