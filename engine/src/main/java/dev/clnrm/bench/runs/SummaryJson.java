package dev.clnrm.bench.runs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.ForkSetup;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads and writes {@code summary.json}. Conditions are written once and named by their place. */
final class SummaryJson {
    /** Raised when what is written changes; a summary of another format is made anew. */
    static final int FORMAT = 2;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private SummaryJson() {}

    static void write(OutputStream out, Stamp stamp, RunSummary run) throws IOException {
        Set<Conditions> all = new LinkedHashSet<>();
        run.cases().forEach(one -> all.add(one.conditions()));
        List<Conditions> conditions = List.copyOf(all);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeNumberField("run", stamp.run());
            json.writeNumberField("samples", stamp.samples());
            json.writeStringField("id", run.id());
            json.writeStringField("started", run.started().toString());
            if (run.commit().isPresent()) {
                json.writeStringField("commit", run.commit().get());
                json.writeBooleanField("changed", run.changed());
            }
            json.writeArrayFieldStart("conditions");
            for (Conditions one : conditions) {
                write(json, one);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("cases");
            for (CaseSummary one : run.cases()) {
                write(json, one, conditions.indexOf(one.conditions()));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(JsonGenerator json, Conditions one) throws IOException {
        json.writeStartObject();
        text(json, "host", one.host());
        text(json, "jdk", one.jdk());
        text(json, "vm", one.vm());
        if (one.flags().isPresent()) {
            json.writeArrayFieldStart("flags");
            for (String flag : one.flags().get()) {
                json.writeString(flag);
            }
            json.writeEndArray();
        }
        text(json, "blackholes", one.blackholes());
        text(json, "threads", one.setup().threads().map(String::valueOf));
        text(json, "batch", one.setup().batch().map(String::valueOf));
        text(json, "operations", one.setup().operations().map(String::valueOf));
        text(json, "warmup", one.setup().warmup());
        text(json, "iteration", one.setup().iteration());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String key, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(key, text.get());
        }
    }

    private static void write(JsonGenerator json, CaseSummary one, int conditions) throws IOException {
        json.writeStartObject();
        json.writeStringField("suite", one.key().name().suite());
        json.writeStringField("benchmark", one.key().name().benchmark());
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> param : one.key().name().params().entrySet()) {
            json.writeStringField(param.getKey(), param.getValue());
        }
        json.writeEndObject();
        text(json, "variant", one.key().name().variant());
        json.writeStringField("mode", one.key().mode().jmhName());
        json.writeNumberField("on", conditions);
        json.writeNumberField("failed", one.failed());
        numbers(json, "seconds", one.seconds());
        json.writeNumberField("within", one.within());
        numbers(json, "bytes", one.bytes());
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String key, Values values) throws IOException {
        json.writeArrayFieldStart(key);
        for (int i = 0; i < values.size(); i++) {
            if (Double.isFinite(values.get(i))) {
                json.writeNumber(values.get(i));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    /**
     * Reads a summary of the files of this stamp; empty where it is of other files, of another format, or no summary.
     *
     * @param same what was read before
     * @throws IOException if it is not JSON
     */
    static Optional<RunSummary> read(byte[] text, Stamp stamp, Same same) throws IOException {
        try (JsonParser json = FACTORY.createParser(text)) {
            return new Reading(json, same).run(stamp);
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** One pass over a file. */
    private static final class Reading {
        private final JsonParser json;
        private final Same same;
        private final List<Conditions> conditions = new ArrayList<>();
        private final List<CaseSummary> cases = new ArrayList<>();
        private String id = "";
        private Instant started = Instant.EPOCH;
        private Optional<String> commit = Optional.empty();
        private boolean changed;

        Reading(JsonParser json, Same same) {
            this.json = json;
            this.same = same;
        }

        Optional<RunSummary> run(Stamp stamp) throws IOException {
            long format = 0;
            long run = -1;
            long samples = -1;
            begin();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "format" -> format = json.getLongValue();
                    case "run" -> run = json.getLongValue();
                    case "samples" -> samples = json.getLongValue();
                    case "id" -> id = json.getText();
                    case "started" -> started = Instant.parse(json.getText());
                    case "commit" -> commit = Optional.of(json.getText());
                    case "changed" -> changed = json.getBooleanValue();
                    case "conditions" -> conditions();
                    case "cases" -> {
                        // What comes before says whether the rest is worth reading.
                        if (format != FORMAT || !stamp.equals(new Stamp(run, samples))) {
                            return Optional.empty();
                        }
                        cases();
                    }
                    default -> json.skipChildren();
                }
            }
            return format == FORMAT && stamp.equals(new Stamp(run, samples)) && !id.isEmpty()
                    ? Optional.of(new RunSummary(id, started, commit, changed, cases))
                    : Optional.empty();
        }

        private void begin() throws IOException {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no summary");
            }
        }

        private void conditions() throws IOException {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> texts = new LinkedHashMap<>();
                Optional<List<String>> flags = Optional.empty();
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    if (json.nextToken() == JsonToken.START_ARRAY) {
                        flags = Optional.of(texts());
                    } else {
                        texts.put(field, json.getText());
                    }
                }
                conditions.add(same.of(new Conditions(
                        Optional.ofNullable(texts.get("host")),
                        Optional.ofNullable(texts.get("jdk")),
                        Optional.ofNullable(texts.get("vm")),
                        flags,
                        Optional.ofNullable(texts.get("blackholes")),
                        new ForkSetup(
                                Optional.ofNullable(texts.get("threads")).map(Integer::valueOf),
                                Optional.ofNullable(texts.get("batch")).map(Integer::valueOf),
                                Optional.ofNullable(texts.get("operations")).map(Integer::valueOf),
                                Optional.ofNullable(texts.get("warmup")),
                                Optional.ofNullable(texts.get("iteration"))))));
            }
        }

        private List<String> texts() throws IOException {
            List<String> texts = new ArrayList<>();
            while (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.add(json.getText());
            }
            return texts;
        }

        private void cases() throws IOException {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                String suite = "";
                String benchmark = "";
                Map<String, String> params = Map.of();
                Optional<String> variant = Optional.empty();
                Mode mode = Mode.AVERAGE;
                int on = -1;
                int failed = 0;
                Values seconds = Values.NONE;
                double within = 0;
                Values bytes = Values.NONE;
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String field = json.currentName();
                    json.nextToken();
                    switch (field) {
                        case "suite" -> suite = json.getText();
                        case "benchmark" -> benchmark = json.getText();
                        case "params" -> params = params();
                        case "variant" -> variant = Optional.of(json.getText());
                        case "mode" -> mode = Mode.ofJmhName(json.getText()).orElseThrow(IllegalArgumentException::new);
                        case "on" -> on = json.getIntValue();
                        case "failed" -> failed = json.getIntValue();
                        case "seconds" -> seconds = numbers();
                        case "within" -> within = json.getDoubleValue();
                        case "bytes" -> bytes = numbers();
                        default -> json.skipChildren();
                    }
                }
                if (!bytes.isEmpty() && bytes.size() != seconds.size()) {
                    throw new IllegalArgumentException("bytes of other forks than those timed");
                }
                CaseKey key = same.of(new CaseKey(new CaseName(suite, benchmark, params, variant), mode));
                cases.add(new CaseSummary(key, conditions.get(on), seconds, within, bytes, failed));
            }
        }

        private Map<String, String> params() throws IOException {
            Map<String, String> params = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                params.put(name, json.getText());
            }
            return params;
        }

        private Values numbers() throws IOException {
            double[] numbers = new double[16];
            int count = 0;
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
                numbers[count++] = token == JsonToken.VALUE_NULL ? Double.NaN : json.getDoubleValue();
            }
            return Values.of(Arrays.copyOf(numbers, count));
        }
    }

    /** Cases and conditions that many runs share, each kept once. */
    static final class Same {
        private final Map<CaseKey, CaseKey> keys = new ConcurrentHashMap<>();
        private final Map<Conditions, Conditions> conditions = new ConcurrentHashMap<>();

        CaseKey of(CaseKey key) {
            CaseKey before = keys.putIfAbsent(key, key);
            return before == null ? key : before;
        }

        Conditions of(Conditions one) {
            Conditions before = conditions.putIfAbsent(one, one);
            return before == null ? one : before;
        }
    }

    /**
     * Which files a summary is of.
     *
     * @param run how many bytes {@code run.json} has
     * @param samples how many bytes {@code samples.ndjson} has
     */
    record Stamp(long run, long samples) {}
}
