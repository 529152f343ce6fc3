package dev.clnrm.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.judge.ChangeVerdict;
import java.io.IOException;
import java.util.Optional;

/** What JMH measured beside the times, for programs: all of it. */
final class SecondaryJson {
    private SecondaryJson() {}

    /** Two sides: {@code about} and {@code secondary}. */
    static void compared(JsonGenerator json, ChangeVerdict verdict, Secondaries secondary) throws IOException {
        json.writeStringField("about", Words.code(secondary.subject()));
        json.writeArrayFieldStart("secondary");
        for (Secondary one : secondary.all()) {
            json.writeStartObject();
            named(json, one);
            Json.number(json, "base", one.base().flatMap(Estimate::value));
            Json.number(json, "head", one.head().flatMap(Estimate::value));
            Json.number(json, "ratio", one.change());
            Json.number(json, "low", one.ratio().map(Interval::low));
            Json.number(json, "high", one.ratio().map(Interval::high));
            json.writeArrayFieldStart("forks");
            json.writeNumber(one.base().map(Estimate::forks).orElse(0));
            json.writeNumber(one.head().map(Estimate::forks).orElse(0));
            json.writeEndArray();
            json.writeBooleanField("moved", SecondaryText.moved(verdict, one));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** One side. */
    static void alone(JsonGenerator json, Secondaries secondary) throws IOException {
        json.writeStringField("about", Words.code(secondary.subject()));
        json.writeArrayFieldStart("secondary");
        for (Secondary one : secondary.all()) {
            Optional<Interval> interval = one.head().flatMap(Estimate::interval);
            json.writeStartObject();
            named(json, one);
            Json.number(json, "estimate", one.head().flatMap(Estimate::value));
            Json.number(json, "low", interval.map(Interval::low));
            Json.number(json, "high", interval.map(Interval::high));
            json.writeNumberField("forks", one.head().map(Estimate::forks).orElse(0));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void named(JsonGenerator json, Secondary one) throws IOException {
        json.writeStringField("name", one.name());
        json.writeStringField("unit", one.unit());
    }
}
