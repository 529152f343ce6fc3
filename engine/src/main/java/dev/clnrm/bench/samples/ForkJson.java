package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A fork as one JSON object. Fields a reader does not know are skipped; a change that readers must know about is a new format. */
final class ForkJson {
    static final int FORMAT = 1;

    private ForkJson() {}

    static void write(ForkRecord record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeObjectFieldStart("case");
        json.writeStringField("suite", record.name().suite());
        json.writeStringField("benchmark", record.name().benchmark());
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> param : record.name().params().entrySet()) {
            json.writeStringField(param.getKey(), param.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("side", record.side());
        json.writeNumberField("fork", record.fork());
        json.writeNumberField("order", record.order());
        json.writeStringField("started", record.started().toString());
        json.writeStringField("mode", record.mode().jmhName());
        json.writeNumberField("threads", record.threads());
        json.writeNumberField("startup", record.startupSeconds());
        json.writeNumberField("iteration", record.iterationSeconds());
        write("warmup", record.warmup(), json);
        json.writeBooleanField("steady", record.steady());
        write("values", record.values(), json);
        if (!record.histograms().isEmpty()) {
            json.writeArrayFieldStart("histograms");
            for (Histogram histogram : record.histograms()) {
                json.writeStartObject();
                write("seconds", histogram.seconds(), json);
                write("counts", histogram.counts(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!record.secondary().isEmpty()) {
            json.writeObjectFieldStart("secondary");
            for (Map.Entry<String, Values> metric : record.secondary().entrySet()) {
                write(metric.getKey(), metric.getValue(), json);
            }
            json.writeEndObject();
        }
        if (!record.units().isEmpty()) {
            json.writeObjectFieldStart("units");
            for (Map.Entry<String, String> unit : new TreeMap<>(record.units()).entrySet()) {
                json.writeStringField(unit.getKey(), unit.getValue());
            }
            json.writeEndObject();
        }
        if (record.company() != 1) {
            json.writeNumberField("company", record.company());
        }
        if (record.disturbance().isPresent()) {
            DisturbanceJson.write(record.disturbance().get(), json);
        }
        if (record.outcome() instanceof Outcome.Failed failed) {
            json.writeObjectFieldStart("failed");
            json.writeStringField("cause", failed.cause().name());
            json.writeStringField("message", failed.message());
            json.writeArrayFieldStart("lastLines");
            for (String line : failed.lastLines()) {
                json.writeString(line);
            }
            json.writeEndArray();
            json.writeStringField("command", failed.command());
            if (failed.log().isPresent()) {
                json.writeStringField("log", failed.log().get());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void write(String name, Values values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < values.size(); i++) {
            json.writeNumber(values.get(i));
        }
        json.writeEndArray();
    }

    /** Reads the object that starts at the parser's next token, and nothing after it. */
    static ForkRecord read(JsonParser parser) throws IOException {
        parser.nextToken();
        Json.expect(parser, JsonToken.START_OBJECT, "a fork, which is an object");
        Draft draft = new Draft();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            read(field, parser, draft);
        }
        ForkRecord record;
        try {
            record = draft.record(parser);
        } catch (IllegalArgumentException e) {
            throw Json.fault(parser, "not a fork: " + e.getMessage(), e);
        }
        if (parser.nextToken() != null) {
            throw Json.fault(parser, "expected one fork a line");
        }
        return record;
    }

    private static void read(String field, JsonParser parser, Draft draft) throws IOException {
        switch (field) {
            case "format" -> {
                int format = Json.integer(parser);
                if (format != FORMAT) {
                    throw Json.fault(
                            parser,
                            "forks of format " + format + " cannot be read by this version, which reads " + FORMAT);
                }
                draft.format = format;
            }
            case "case" -> draft.name = readName(parser);
            case "side" -> draft.side = Json.text(parser);
            case "fork" -> draft.fork = Json.integer(parser);
            case "order" -> draft.order = Json.integer(parser);
            case "started" -> {
                try {
                    draft.started = Instant.parse(Json.text(parser));
                } catch (DateTimeParseException e) {
                    throw Json.fault(parser, "expected an instant such as 2026-01-31T12:00:00Z", e);
                }
            }
            case "mode" -> {
                Optional<Mode> mode = Mode.ofJmhName(Json.text(parser));
                if (mode.isEmpty()) {
                    throw Json.fault(parser, "unknown mode");
                }
                draft.mode = mode.get();
            }
            case "threads" -> draft.threads = Json.integer(parser);
            case "startup" -> draft.startup = Json.number(parser);
            case "iteration" -> draft.iteration = Json.number(parser);
            case "warmup" -> draft.warmup = Json.numbers(parser);
            case "steady" -> draft.steady = parser.getBooleanValue();
            case "values" -> draft.values = Json.numbers(parser);
            case "histograms" -> {
                Json.expect(parser, JsonToken.START_ARRAY, "an array of histograms");
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    draft.histograms.add(readHistogram(parser));
                }
            }
            case "secondary" -> {
                Json.expect(parser, JsonToken.START_OBJECT, "metrics by name");
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String metric = parser.currentName();
                    parser.nextToken();
                    draft.secondary.put(metric, Json.numbers(parser));
                }
            }
            case "units" -> draft.units = Json.textsByName(parser);
            case "company" -> draft.company = Json.integer(parser);
            case DisturbanceJson.FIELD -> draft.disturbance = Optional.of(DisturbanceJson.read(parser));
            case "failed" -> draft.outcome = readFailure(parser);
            default -> parser.skipChildren();
        }
    }

    private static CaseName readName(JsonParser parser) throws IOException {
        Json.expect(parser, JsonToken.START_OBJECT, "a case, which is an object");
        String suite = null;
        String benchmark = null;
        Map<String, String> params = Map.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "suite" -> suite = Json.text(parser);
                case "benchmark" -> benchmark = Json.text(parser);
                case "params" -> params = Json.textsByName(parser);
                default -> parser.skipChildren();
            }
        }
        return new CaseName(present(suite, "suite", parser), present(benchmark, "benchmark", parser), params);
    }

    private static Histogram readHistogram(JsonParser parser) throws IOException {
        Json.expect(parser, JsonToken.START_OBJECT, "a histogram, which is an object");
        Values seconds = null;
        Values counts = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "seconds" -> seconds = Json.numbers(parser);
                case "counts" -> counts = Json.numbers(parser);
                default -> parser.skipChildren();
            }
        }
        try {
            return new Histogram(present(seconds, "seconds", parser), present(counts, "counts", parser));
        } catch (IllegalArgumentException e) {
            throw Json.fault(parser, "not a histogram: " + e.getMessage(), e);
        }
    }

    private static Outcome readFailure(JsonParser parser) throws IOException {
        Json.expect(parser, JsonToken.START_OBJECT, "a failure, which is an object");
        Outcome.Cause cause = null;
        String message = null;
        List<String> lastLines = List.of();
        String command = "";
        Optional<String> log = Optional.empty();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "cause" -> {
                    try {
                        cause = Outcome.Cause.valueOf(Json.text(parser));
                    } catch (IllegalArgumentException e) {
                        throw Json.fault(parser, "unknown cause of a failure", e);
                    }
                }
                case "message" -> message = Json.text(parser);
                case "lastLines" -> lastLines = Json.texts(parser);
                case "command" -> command = Json.text(parser);
                case "log" -> log = Optional.of(Json.text(parser));
                default -> parser.skipChildren();
            }
        }
        return new Outcome.Failed(
                present(cause, "cause", parser), present(message, "message", parser), lastLines, command, log);
    }

    private static <T> T present(@Nullable T value, String field, JsonParser parser) throws IOException {
        if (value == null) {
            throw Json.fault(parser, "lacks `" + field + "`");
        }
        return value;
    }

    /** A record whose fields come in any order. */
    private static final class Draft {
        @Nullable Integer format;

        @Nullable CaseName name;

        @Nullable String side;

        @Nullable Integer fork;

        @Nullable Integer order;

        @Nullable Instant started;

        @Nullable Mode mode;

        @Nullable Integer threads;

        @Nullable Double startup;

        @Nullable Double iteration;

        @Nullable Values warmup;

        @Nullable Boolean steady;

        @Nullable Values values;

        List<Histogram> histograms = new ArrayList<>();
        Map<String, Values> secondary = new LinkedHashMap<>();
        Map<String, String> units = Map.of();
        int company = 1;
        Outcome outcome = new Outcome.Finished();
        Optional<Disturbance> disturbance = Optional.empty();

        ForkRecord record(JsonParser parser) throws IOException {
            present(format, "format", parser);
            return new ForkRecord(
                    present(name, "case", parser),
                    present(side, "side", parser),
                    present(fork, "fork", parser),
                    present(order, "order", parser),
                    present(started, "started", parser),
                    present(mode, "mode", parser),
                    present(threads, "threads", parser),
                    present(startup, "startup", parser),
                    present(iteration, "iteration", parser),
                    present(warmup, "warmup", parser),
                    present(steady, "steady", parser),
                    present(values, "values", parser),
                    histograms,
                    secondary,
                    company,
                    outcome,
                    disturbance,
                    units);
        }
    }
}
