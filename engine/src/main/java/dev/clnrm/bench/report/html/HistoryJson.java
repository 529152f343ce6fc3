package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.ChangePoints;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs of other times, to be drawn with their steps.
 *
 * @param json where to
 * @param history the earliest first
 */
record HistoryJson(JsonGenerator json, List<Past> history) {
    /** A step has to be larger than what the tolerance of short cases lets pass. */
    private static final double SMALLEST_STEP = 0.05;

    void runs() throws IOException {
        json.writeArrayFieldStart("runs");
        for (Past past : history) {
            json.writeStartArray();
            json.writeString(Inert.name(past.label()));
            json.writeString(past.started().toString());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** One case: {@code points} of run, estimate and ends; {@code steps} of run, before, after and the change in words. */
    void write(Row row) throws IOException {
        json.writeStartObject();
        if (row.mode().isPresent()) {
            CaseKey key = new CaseKey(row.name(), row.mode().get());
            List<Integer> runs = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            json.writeArrayFieldStart("points");
            for (int i = 0; i < history.size(); i++) {
                Optional<Estimate> time =
                        Optional.ofNullable(history.get(i).times().get(key));
                Optional<Double> value = time.flatMap(Estimate::value);
                if (value.isPresent()) {
                    runs.add(i);
                    values.add(value.get());
                    json.writeStartArray();
                    json.writeNumber(i);
                    ScriptJson.estimate(json, value.get(), time.flatMap(Estimate::interval));
                    json.writeEndArray();
                }
            }
            json.writeEndArray();
            steps(runs, Values.of(values.stream().mapToDouble(Double::doubleValue)));
        }
        json.writeEndObject();
    }

    private void steps(List<Integer> runs, Values series) throws IOException {
        json.writeArrayFieldStart("steps");
        if (series.size() > 2) {
            for (ChangePoint step : ChangePoints.exceeding(SMALLEST_STEP).of(series)) {
                json.writeStartArray();
                json.writeNumber(runs.get(step.index()));
                ScriptJson.drawn(json, step.before());
                ScriptJson.drawn(json, step.after());
                json.writeString(Percents.changed(step.after() / step.before()));
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }
}
