package dev.clnrm.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.history.Rows;
import dev.clnrm.bench.samples.Conditions;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A history for programs: a stable interface. Base units, {@code null} where there is no number; names are whole, and what is not ASCII
 * is escaped.
 *
 * @param limit how many runs a case has at most; the newest are shown
 */
public record HistoryJson(int limit) {
    /** Raised when a reader of the format would no longer understand it; a new key does not raise it. */
    static final int FORMAT = 1;

    /** The whole, with a line feed at its end. */
    public String render(History history) {
        return Json.text(json -> write(json, history));
    }

    /** The whole in one line: a history of a thousand runs takes much room otherwise. */
    public String renderCompact(History history) {
        return Json.line(json -> write(json, history));
    }

    private void write(JsonGenerator json, History history) throws IOException {
        Map<Integer, Integer> runs = new TreeMap<>();
        for (CaseHistory one : history.cases()) {
            Rows.of(one, limit).rows().forEach(row -> runs.put(row.point().run(), 0));
        }
        int place = 0;
        for (Map.Entry<Integer, Integer> run : runs.entrySet()) {
            run.setValue(place++);
        }
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeStringField("unit", "s/op");
        Json.number(json, "confidence", Optional.of(history.confidence()));
        json.writeArrayFieldStart("runs");
        for (int run : runs.keySet()) {
            run(json, history.runs().get(run));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("platforms");
        for (Platform platform : history.platforms()) {
            platform(json, platform);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("cases");
        for (CaseHistory one : history.cases()) {
            written(json, one, runs);
        }
        json.writeEndArray();
        Json.strings(json, "notes", history.notes());
        json.writeEndObject();
    }

    private static void run(JsonGenerator json, PastRun run) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", run.id());
        json.writeStringField("started", run.started().toString());
        Json.string(json, "commit", run.commit());
        json.writeBooleanField("changed", run.changed());
        json.writeEndObject();
    }

    private static void platform(JsonGenerator json, Platform platform) throws IOException {
        Conditions conditions = platform.conditions();
        json.writeStartObject();
        Json.string(json, "host", conditions.host());
        Json.string(json, "jdk", conditions.jdk());
        if (conditions.flags().isPresent()) {
            Json.strings(json, "flags", conditions.flags().get());
        } else {
            json.writeNullField("flags");
        }
        Json.string(json, "blackholes", conditions.blackholes());
        json.writeEndObject();
    }

    private void written(JsonGenerator json, CaseHistory one, Map<Integer, Integer> runs) throws IOException {
        json.writeStartObject();
        json.writeStringField("suite", one.key().name().suite());
        json.writeStringField("benchmark", one.key().name().benchmark());
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> param : one.key().name().params().entrySet()) {
            json.writeStringField(param.getKey(), param.getValue());
        }
        json.writeEndObject();
        if (one.key().name().variant().isPresent()) {
            json.writeStringField("variant", one.key().name().variant().get());
        }
        json.writeStringField("mode", one.key().mode().jmhName());
        Rows shown = Rows.of(one, limit);
        json.writeArrayFieldStart("series");
        for (int platform : platforms(shown)) {
            json.writeStartObject();
            json.writeNumberField("platform", platform);
            json.writeArrayFieldStart("points");
            for (Rows.Row row : shown.rows()) {
                if (row.series().platform() == platform) {
                    point(json, row, runs.getOrDefault(row.point().run(), 0));
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static TreeSet<Integer> platforms(Rows shown) {
        TreeSet<Integer> platforms = new TreeSet<>();
        shown.rows().forEach(row -> platforms.add(row.series().platform()));
        return platforms;
    }

    private static void point(JsonGenerator json, Rows.Row row, int run) throws IOException {
        Point point = row.point();
        json.writeStartObject();
        json.writeNumberField("run", run);
        Json.number(json, "estimate", point.time().value());
        Json.number(json, "low", point.time().interval().map(Interval::low));
        Json.number(json, "high", point.time().interval().map(Interval::high));
        Json.number(json, "bytes", point.bytes());
        json.writeNumberField("forks", point.forks());
        json.writeNumberField("failed", point.failed());
        if (row.step().isPresent()) {
            ChangePoint step = row.step().get();
            json.writeObjectFieldStart("step");
            Json.number(json, "before", Optional.of(step.before()));
            Json.number(json, "after", Optional.of(step.after()));
            Json.number(json, "p", Optional.of(step.p()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
