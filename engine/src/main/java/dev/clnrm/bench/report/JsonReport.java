package dev.clnrm.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Warning;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Census;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.samples.Cost;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run for programs: a stable interface. Base units, {@code null} where there is no number, every key always there; names are whole,
 * and what is not ASCII is escaped, so that no terminal is steered by them.
 */
public record JsonReport() implements Renderer {
    /** Raised when a reader of the format would no longer understand it; a new key does not raise it. */
    static final int FORMAT = 2;

    @Override
    public String render(Report view) {
        return Json.text(json -> write(json, view));
    }

    private static void write(JsonGenerator json, Report view) throws IOException {
        Judgement judgement = view.promises();
        Census census = judgement.census();
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeStringField("status", StatusLabel.of(judgement.result()).code());
        json.writeNumberField("exit", judgement.exit());
        json.writeNumberField("judged", census.judged());
        json.writeNumberField("promises", census.promises());
        json.writeNumberField("measured", census.measured());
        json.writeNumberField("cases", census.cases());
        Json.number(json, "confidence", Optional.of(judgement.settings().confidence()));
        run(json, view.facts());
        json.writeArrayFieldStart("measurements");
        for (CaseView shown : view.cases()) {
            if (shown.measured().isPresent()) {
                measured(json, shown, shown.measured().get());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("budgets");
        for (BudgetVerdict budget : judgement.budgets()) {
            budget(json, budget, !judgement.settings().ungated().contains(budget.name()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("laws");
        for (LawVerdict law : judgement.laws()) {
            law(json, law);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("failed");
        for (FailedCase failed : judgement.failed()) {
            failed(json, failed);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void run(JsonGenerator json, RunFacts facts) throws IOException {
        Cost cost = facts.cost().orElseThrow();
        json.writeObjectFieldStart("run");
        Json.string(json, "host", facts.head().host());
        Json.string(json, "jdk", facts.head().jdk());
        json.writeNumberField("seed", cost.seed());
        Json.number(json, "seconds", Optional.of(cost.seconds()));
        json.writeNumberField("forks", cost.headForks());
        json.writeNumberField("kept", facts.resumed());
        Json.string(json, "folder", facts.folder());
        Json.strings(json, "notes", facts.notes());
        json.writeEndObject();
    }

    private static void measured(JsonGenerator json, CaseView shown, Measurement measured) throws IOException {
        json.writeStartObject();
        name(json, shown.name());
        Json.string(json, "label", shown.budget().label());
        Json.string(json, "category", shown.budget().category());
        json.writeStringField("mode", measured.mode().jmhName());
        json.writeNumberField("threads", measured.threads());
        json.writeNumberField("forks", measured.forks());
        json.writeNumberField("failed", measured.failed());
        json.writeBooleanField("gated", shown.gated());
        metric(json, "time", Metric.TIME, measured.time());
        metric(json, "floor", Metric.TIME, measured.floor());
        metric(json, "allocation", Metric.ALLOCATION, measured.allocation());
        Json.number(json, "spread", measured.spread());
        Json.number(json, "degrees", measured.degrees());
        Json.number(json, "detectable", measured.detectable());
        json.writeBooleanField("steady", measured.steady());
        warnings(json, measured.warnings());
        SecondaryJson.alone(json, measured.secondary());
        json.writeEndObject();
    }

    private static void metric(JsonGenerator json, String key, Metric metric, Estimate estimate) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("unit", Words.unit(metric));
        estimate(json, estimate);
        json.writeNumberField("forks", estimate.forks());
        warnings(json, estimate.warnings());
        json.writeEndObject();
    }

    private static void estimate(JsonGenerator json, Estimate estimate) throws IOException {
        Json.number(json, "estimate", estimate.value());
        Json.number(json, "low", estimate.interval().map(Interval::low));
        Json.number(json, "high", estimate.interval().map(Interval::high));
        Json.number(json, "confidence", estimate.interval().map(Interval::confidence));
    }

    private static void budget(JsonGenerator json, BudgetVerdict budget, boolean gated) throws IOException {
        json.writeStartObject();
        name(json, budget.name());
        json.writeStringField("metric", Words.of(budget.metric()));
        Json.number(json, "percentile", budget.percentile());
        json.writeStringField("unit", Words.unit(budget.metric()));
        Json.number(json, "limit", Optional.of(budget.limit()));
        Json.number(json, "critical_limit", budget.criticalLimit());
        estimate(json, budget.measured());
        Json.number(json, "headroom", budget.headroom());
        json.writeStringField("status", StatusLabel.of(budget.status()).code());
        json.writeBooleanField("critical", budget.critical());
        json.writeBooleanField("gated", gated);
        json.writeNumberField("forks", budget.measured().forks());
        Json.integer(json, "forks_to_decide", budget.forksToDecide());
        json.writeStringField("rule", budget.rule().toLine());
        Json.string(json, "reason", budget.reason());
        Json.string(json, "because", budget.because());
        warnings(json, budget.measured().warnings());
        json.writeEndObject();
    }

    static void law(JsonGenerator json, LawVerdict law) throws IOException {
        json.writeStartObject();
        json.writeStringField("law", law.law().name());
        json.writeStringField("kind", LawText.subject(law.law()));
        estimate(json, law.measured());
        Json.number(json, "at_least", Optional.of(law.requirement().low()));
        Json.number(json, "at_most", Optional.of(law.requirement().high()));
        json.writeStringField("status", StatusLabel.of(law.status()).code());
        json.writeNumberField("forks", law.measured().forks());
        Json.integer(json, "forks_to_decide", law.forksToDecide());
        json.writeStringField("rule", law.law().place().toLine());
        Json.string(json, "reason", law.reason());
        json.writeArrayFieldStart("cases");
        for (CaseName name : law.cases()) {
            json.writeStartObject();
            name(json, name);
            json.writeEndObject();
        }
        json.writeEndArray();
        warnings(json, law.measured().warnings());
        json.writeEndObject();
    }

    private static void failed(JsonGenerator json, FailedCase failed) throws IOException {
        json.writeStartObject();
        failure(json, failed);
        json.writeEndObject();
    }

    /**
     * A failure of one of two sides.
     *
     * @param side {@code base} or {@code head}
     * @param where {@code both-sides}, {@code base-alone} or {@code head-alone}
     */
    static void failed(JsonGenerator json, FailedCase failed, Optional<String> side, Optional<String> where)
            throws IOException {
        json.writeStartObject();
        failure(json, failed);
        Json.string(json, "side", side);
        Json.string(json, "failed_on", where);
        json.writeEndObject();
    }

    private static void failure(JsonGenerator json, FailedCase failed) throws IOException {
        name(json, failed.name());
        json.writeStringField("status", Words.of(failed).code());
        json.writeNumberField("failed", failed.failed());
        json.writeNumberField("of", failed.of());
        json.writeBooleanField("gated", failed.gated());
        Json.string(json, "cause", failed.how().map(how -> how.cause()
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-')));
        Json.string(json, "message", failed.how().map(Outcome.Failed::message));
        Json.strings(
                json, "last_lines", failed.how().map(Outcome.Failed::lastLines).orElse(List.of()));
        Json.string(json, "command", failed.how().map(Outcome.Failed::command));
        Json.string(json, "log", failed.how().flatMap(Outcome.Failed::log));
    }

    static void name(JsonGenerator json, CaseName name) throws IOException {
        json.writeStringField("benchmark", name.qualified());
        json.writeObjectFieldStart("params");
        for (var param : name.params().entrySet()) {
            json.writeStringField(param.getKey(), param.getValue());
        }
        json.writeEndObject();
        if (name.variant().isPresent()) {
            json.writeStringField("variant", name.variant().get());
        }
    }

    static void warnings(JsonGenerator json, List<Warning> warnings) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (Warning warning : warnings) {
            json.writeStartObject();
            json.writeStringField("code", warning.code());
            json.writeStringField("message", Words.of(warning));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
