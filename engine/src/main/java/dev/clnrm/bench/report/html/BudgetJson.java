package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.judge.BudgetVerdict;
import java.io.IOException;
import java.util.Optional;

/** A budget and what became of it, as a bullet bar needs it. */
final class BudgetJson {
    private BudgetJson() {}

    static void write(JsonGenerator json, BudgetVerdict budget) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", Words.of(budget.metric()));
        json.writeStringField("what", BudgetText.limited(budget));
        json.writeFieldName("sign");
        CaseJson.sign(json, StatusLabel.of(budget.status()));
        json.writeBooleanField("critical", budget.critical());
        ScriptJson.drawn(json, "limit", Optional.of(budget.limit()));
        json.writeStringField("limitText", Amounts.limit(budget.metric(), budget.limit()));
        ScriptJson.drawn(json, "criticalLimit", budget.criticalLimit());
        ScriptJson.text(
                json, "criticalText", budget.criticalLimit().map(limit -> Amounts.limit(budget.metric(), limit)));
        estimate(json, "measured", budget.metric(), Optional.of(budget.measured()));
        ScriptJson.drawn(json, "headroom", budget.headroom());
        ScriptJson.text(json, "headroomText", budget.headroom().map(Percents::headroom));
        ScriptJson.text(json, "reason", budget.reason().map(Inert::sentence));
        if (budget.forksToDecide().isPresent()) {
            json.writeNumberField("forksToDecide", budget.forksToDecide().get());
        }
        json.writeStringField("rule", Inert.sentence(budget.rule().toLine()));
        json.writeEndObject();
    }

    /** An estimate to be drawn, and as text. */
    static void estimate(JsonGenerator json, String key, Metric metric, Optional<Estimate> estimate)
            throws IOException {
        ScriptJson.estimate(json, key, estimate);
        if (estimate.flatMap(Estimate::value).isPresent()) {
            json.writeStringField(key + "Text", Amounts.estimate(metric, estimate.get()));
            ScriptJson.text(
                    json, key + "Range", estimate.get().interval().map(interval -> Amounts.range(metric, interval)));
        }
    }
}
