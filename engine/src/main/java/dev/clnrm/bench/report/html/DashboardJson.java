package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Probabilities;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.history.Series;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.LawVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the script of the overview draws.
 *
 * @param overview what is shown
 */
record DashboardJson(Overview overview) {
    /** A line as wide as a thumb holds no more. */
    private static final int SPARKS = 60;

    String text() {
        return ScriptJson.text(this::write);
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        List<CaseHistory> cases = new ArrayList<>();
        json.writeArrayFieldStart("suites");
        for (Map.Entry<String, List<CaseHistory>> suite : overview.suites().entrySet()) {
            json.writeStartObject();
            json.writeStringField("name", Inert.name(suite.getKey()));
            json.writeStringField("page", Dashboard.page(suite.getKey()));
            json.writeNumberField("from", cases.size());
            json.writeNumberField("cases", suite.getValue().size());
            json.writeEndObject();
            cases.addAll(suite.getValue());
        }
        json.writeEndArray();
        Map<CaseName, List<BudgetVerdict>> budgets = overview.budgets();
        IdentityHashMap<CaseHistory, Integer> places = new IdentityHashMap<>();
        json.writeArrayFieldStart("cases");
        for (CaseHistory one : cases) {
            places.put(one, places.size());
            written(json, one, budgets.getOrDefault(one.key().name(), List.of()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("steps");
        for (Overview.Found found : overview.steps()) {
            step(json, found, places.getOrDefault(found.one(), 0));
        }
        json.writeEndArray();
        laws(json);
        platforms(json);
        json.writeEndObject();
    }

    private void laws(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("laws");
        for (LawVerdict law : overview.newest().laws()) {
            json.writeStartObject();
            json.writeStringField("name", Inert.sentence(law.law().name()));
            json.writeStringField("subject", LawText.subject(law.law()));
            json.writeFieldName("sign");
            CaseJson.sign(json, StatusLabel.of(law.status()));
            LawText.Shown shown = LawText.measured(law);
            json.writeStringField("text", shown.value());
            json.writeStringField("range", shown.range());
            json.writeStringField("requirement", LawText.requirement(law));
            ScriptJson.text(json, "reason", law.reason().map(Inert::sentence));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void written(JsonGenerator json, CaseHistory one, List<BudgetVerdict> budgets) throws IOException {
        CaseName name = one.key().name();
        Series current = Overview.current(one);
        Point last = current.last();
        json.writeStartObject();
        json.writeStringField(
                "name", Inert.name(name.toString().substring(name.suite().length() + 1)));
        json.writeStringField("mode", one.key().mode().jmhName());
        json.writeStringField("on", Platform.letter(current.platform()));
        json.writeNumberField("runs", current.points().size());
        BudgetJson.estimate(json, "time", Metric.TIME, Optional.of(last.time()));
        ScriptJson.text(json, "bytes", last.bytes().map(bytes -> Amounts.amount(Metric.ALLOCATION, bytes)));
        json.writeStringField("at", overview.history().run(last).minute());
        int from = Math.max(0, current.points().size() - SPARKS);
        json.writeArrayFieldStart("sparks");
        for (Point point : current.points().subList(from, current.points().size())) {
            ScriptJson.drawn(json, point.seconds());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("marks");
        for (ChangePoint step : current.steps()) {
            if (step.index() > from) {
                json.writeNumber(step.index() - from);
            }
        }
        json.writeEndArray();
        if (!current.steps().isEmpty()) {
            ChangePoint step = current.steps().get(current.steps().size() - 1);
            json.writeArrayFieldStart("step");
            ScriptJson.drawn(json, step.after() / step.before());
            json.writeString(Percents.changed(step.after() / step.before()));
            json.writeString(
                    overview.history().run(current.points().get(step.index())).minute());
            json.writeEndArray();
        }
        json.writeArrayFieldStart("budgets");
        for (BudgetVerdict budget : budgets) {
            BudgetJson.write(json, budget);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("signs");
        for (StatusLabel sign : budgets.stream()
                .map(budget -> StatusLabel.of(budget.status()))
                .distinct()
                .toList()) {
            CaseJson.sign(json, sign);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void step(JsonGenerator json, Overview.Found found, int place) throws IOException {
        ChangePoint step = found.series().steps().get(found.step());
        PastRun run = overview.history().runs().get(found.run());
        json.writeStartObject();
        json.writeNumberField("case", place);
        json.writeStringField("at", run.minute());
        json.writeStringField("run", Inert.name(run.id()));
        json.writeStringField("commit", run.shortCommit());
        json.writeStringField("on", Platform.letter(found.series().platform()));
        ScriptJson.drawn(json, "ratio", Optional.of(step.after() / step.before()));
        json.writeStringField("text", Percents.changed(step.after() / step.before()));
        json.writeStringField("before", Amounts.amount(Metric.TIME, step.before()));
        json.writeStringField("after", Amounts.amount(Metric.TIME, step.after()));
        json.writeStringField("p", Probabilities.probability(step.p()));
        json.writeEndObject();
    }

    private void platforms(JsonGenerator json) throws IOException {
        List<List<Integer>> runs = new ArrayList<>();
        overview.history().platforms().forEach(platform -> runs.add(new ArrayList<>()));
        for (CaseHistory one : overview.history().cases()) {
            one.series().forEach(series -> series.points()
                    .forEach(point -> runs.get(series.platform()).add(point.run())));
        }
        json.writeArrayFieldStart("platforms");
        for (int i = 0; i < runs.size(); i++) {
            List<Integer> of = runs.get(i).stream().distinct().sorted().toList();
            PastRun last = overview.history().runs().get(of.get(of.size() - 1));
            json.writeStartArray();
            json.writeString(Platform.letter(i));
            json.writeString(overview.history().platforms().get(i).words());
            json.writeNumber(of.size());
            json.writeString(last.minute());
            json.writeEndArray();
        }
        json.writeEndArray();
    }
}
