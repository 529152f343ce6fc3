package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.judge.LawVerdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the script of a page draws.
 *
 * @param page what is shown
 * @param rows its cases
 */
record PageJson(Page page, List<Row> rows) {
    /** Cases, laws and scaling: what the page shows at once. */
    String cases() {
        return ScriptJson.text(json -> {
            json.writeStartObject();
            json.writeBooleanField("compared", page.compared().isPresent());
            json.writeArrayFieldStart("cases");
            for (Row row : rows) {
                new CaseJson(
                                json,
                                row,
                                page.sampled().spreadOfBase(),
                                page.promises().settings().confidenceOf(row.name()),
                                page.level(),
                                again(row.name()))
                        .write();
            }
            json.writeEndArray();
            laws(json);
            json.writeArrayFieldStart("scaling");
            ScalingJson scaling = new ScalingJson(
                    json,
                    rows,
                    page.promises().laws().stream().map(LawVerdict::law).toList(),
                    page.sampled(),
                    page.promises().settings());
            for (Family family : Family.of(rows)) {
                scaling.write(family);
            }
            json.writeEndArray();
            new HistoryJson(json, page.sampled().history()).runs();
            json.writeEndObject();
        });
    }

    /** Forks and history of each case: what the page shows of a case that is opened. */
    String samples() {
        return ScriptJson.text(json -> {
            ForksJson forks = new ForksJson(json);
            HistoryJson history = new HistoryJson(json, page.sampled().history());
            json.writeStartArray();
            for (Row row : rows) {
                json.writeStartArray();
                forks.write(row);
                if (!page.sampled().history().isEmpty()) {
                    history.write(row);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        });
    }

    private String again(CaseName name) {
        return page.compared()
                .filter(view -> !view.facts().command().isEmpty())
                .map(view -> view.again(name))
                .orElseGet(() -> CommandText.again(List.of(name), Optional.empty()));
    }

    private void laws(JsonGenerator json) throws IOException {
        Map<CaseName, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            places.putIfAbsent(rows.get(i).name(), i);
        }
        json.writeArrayFieldStart("laws");
        for (LawVerdict law : page.promises().laws()) {
            json.writeStartObject();
            json.writeStringField("name", Inert.sentence(law.law().name()));
            json.writeStringField("subject", LawText.subject(law.law()));
            json.writeFieldName("sign");
            CaseJson.sign(json, StatusLabel.of(law.status()));
            ScriptJson.estimate(json, "measured", Optional.of(law.measured()));
            LawText.Shown shown = LawText.measured(law);
            json.writeStringField("text", shown.value());
            json.writeStringField("range", shown.range());
            json.writeStringField("requirement", LawText.requirement(law));
            ScriptJson.drawn(json, "low", Optional.of(law.requirement().low()));
            ScriptJson.drawn(json, "high", Optional.of(law.requirement().high()));
            ScriptJson.text(json, "reason", law.reason().map(Inert::sentence));
            json.writeStringField("rule", Inert.sentence(law.law().place().toLine()));
            json.writeArrayFieldStart("rows");
            for (CaseName name : law.cases()) {
                Integer place = places.get(name);
                if (place != null) {
                    json.writeNumber(place);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
