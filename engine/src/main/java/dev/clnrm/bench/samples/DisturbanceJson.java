package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What disturbed a fork as a field of its JSON object. */
final class DisturbanceJson {
    static final String FIELD = "disturbance";

    private DisturbanceJson() {}

    static void write(Disturbance disturbance, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(FIELD);
        ForkJson.write("cpuShare", disturbance.cpuShare(), json);
        json.writeNumberField("others", disturbance.others());
        json.writeNumberField("steal", disturbance.steal());
        json.writeNumberField("load", disturbance.load());
        json.writeBooleanField("throttled", disturbance.throttled());
        json.writeNumberField("forkShare", disturbance.forkShare());
        json.writeNumberField("preempted", disturbance.preempted());
        json.writeEndObject();
    }

    static Disturbance read(JsonParser parser) throws IOException {
        Json.expect(parser, JsonToken.START_OBJECT, "what disturbed it, which is an object");
        Values cpuShare = Values.NONE;
        double others = 0;
        double steal = 0;
        double load = 0;
        boolean throttled = false;
        double forkShare = 1;
        long preempted = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "cpuShare" -> cpuShare = Json.numbers(parser);
                case "others" -> others = Json.number(parser);
                case "steal" -> steal = Json.number(parser);
                case "load" -> load = Json.number(parser);
                case "throttled" -> throttled = parser.getBooleanValue();
                case "forkShare" -> forkShare = Json.number(parser);
                case "preempted" -> preempted = (long) Json.number(parser);
                default -> parser.skipChildren();
            }
        }
        try {
            return new Disturbance(cpuShare, others, steal, load, throttled, forkShare, preempted);
        } catch (IllegalArgumentException e) {
            throw Json.fault(parser, "not what disturbs: " + e.getMessage(), e);
        }
    }
}
