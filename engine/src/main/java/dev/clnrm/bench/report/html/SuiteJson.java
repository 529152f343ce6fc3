package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.history.Series;
import dev.clnrm.bench.judge.BudgetVerdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the script of a suite's page draws.
 *
 * @param overview what the dashboard shows
 * @param cases those of the suite
 */
record SuiteJson(Overview overview, List<CaseHistory> cases) {
    String text() {
        return ScriptJson.text(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("runs");
        for (PastRun run : overview.history().runs()) {
            json.writeStartArray();
            json.writeString(Inert.name(run.id()));
            json.writeString(run.minute());
            json.writeString(run.shortCommit());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("platforms");
        for (Platform platform : overview.history().platforms()) {
            json.writeString(platform.words());
        }
        json.writeEndArray();
        Map<CaseName, List<BudgetVerdict>> budgets = overview.budgets();
        json.writeArrayFieldStart("cases");
        for (CaseHistory one : cases) {
            written(json, one, budgets.getOrDefault(one.key().name(), List.of()));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void written(JsonGenerator json, CaseHistory one, List<BudgetVerdict> budgets) throws IOException {
        CaseName name = one.key().name();
        json.writeStartObject();
        json.writeStringField(
                "name", Inert.name(name.toString().substring(name.suite().length() + 1)));
        json.writeStringField("mode", one.key().mode().jmhName());
        Series current = Overview.current(one);
        BudgetJson.estimate(
                json, "time", Metric.TIME, Optional.of(current.last().time()));
        json.writeArrayFieldStart("budgets");
        for (BudgetVerdict budget : budgets) {
            BudgetJson.write(json, budget);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("series");
        for (Series series : one.series()) {
            series(json, series);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** {@code points} of run, forks and estimate with its ends; {@code steps} of run, before, after and the change in words. */
    private static void series(JsonGenerator json, Series series) throws IOException {
        json.writeStartObject();
        json.writeNumberField("on", series.platform());
        json.writeArrayFieldStart("points");
        for (Point point : series.points()) {
            json.writeStartArray();
            json.writeNumber(point.run());
            json.writeNumber(point.forks());
            ScriptJson.estimate(json, point.seconds(), point.time().interval());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("steps");
        for (ChangePoint step : series.steps()) {
            json.writeStartArray();
            json.writeNumber(series.points().get(step.index()).run());
            ScriptJson.drawn(json, step.before());
            ScriptJson.drawn(json, step.after());
            json.writeString(Percents.changed(step.after() / step.before()));
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
