package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.samples.JsonFiles;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes {@code run.json}: general fields, and {@code sections} with the fields of request, code, cases, end and the rest side
 * by side. Anybody may have written the file, so its size, its depth and the length of its lists are limited.
 */
final class RunJson {
    private static final int FORMAT = 1;

    /** More than a run of {@value #MOST_ENTRIES} cases needs. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int MOST_ENTRIES = 20_000;

    /** Each law is searched among all cases: a thousand laws with {@value #MOST_ENTRIES} cases take seconds. */
    private static final int MOST_LAWS = 1000;

    private static final String HELP =
            "clnrm-bench writes run.json; without it you can still read the forks in samples.ndjson";

    private static final JsonMapper MAPPER = JsonFiles.MAPPER
            .rebuild()
            .addModule(new RuleModule())
            .addMixIn(Law.class, Laws.class)
            .addMixIn(Warmup.class, Warmups.class)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private RunJson() {}

    static void write(Path file, RunManifest run) {
        Head head = new Head(FORMAT, run.id(), run.state(), run.started(), run.ended(), MAPPER.createObjectNode());
        for (Object part :
                new Object[] {run.request(), run.code(), run.cases(), run.end(), new Rest(run.machine(), run.declared())
                }) {
            head.sections().setAll(MAPPER.<ObjectNode>valueToTree(part));
        }
        WholeFile.write(file, out -> {
            MAPPER.writeValue(out, head);
            out.write('\n');
        });
    }

    static RunManifest read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadableFileException(file, "has more than " + (MOST_BYTES >> 20) + " MiB", HELP);
            }
            return run(file, MAPPER.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            throw JsonFiles.unreadable(file, e, HELP);
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
    }

    private static RunManifest run(Path file, JsonNode json) throws JsonProcessingException {
        int format = json.path("format").asInt(0);
        if (format != FORMAT) {
            throw format == 0
                    ? new UnreadableFileException(file, "lacks `format`", HELP)
                    : new UnreadableFileException(
                            file,
                            "a run of format " + format + " cannot be read by this version, which reads " + FORMAT,
                            "use the version of clnrm-bench that wrote it, or a newer one");
        }
        limit(file, "", json);
        Head head = MAPPER.treeToValue(json, Head.class);
        JsonNode sections = head.sections();
        Rest rest = MAPPER.treeToValue(sections, Rest.class);
        return new RunManifest(
                head.id(),
                head.state(),
                head.started(),
                head.ended(),
                MAPPER.treeToValue(sections, RunRequest.class),
                MAPPER.treeToValue(sections, MeasuredCode.class),
                rest.machine(),
                MAPPER.treeToValue(sections, PlannedCases.class),
                MAPPER.treeToValue(sections, RunEnd.class),
                rest.declared());
    }

    private static void limit(Path file, String field, JsonNode json) {
        int most = field.equals("laws") ? MOST_LAWS : MOST_ENTRIES;
        if (json.size() > most) {
            throw new UnreadableFileException(file, "holds more than " + most + " entries in `" + field + "`", HELP);
        }
        for (Map.Entry<String, JsonNode> one : json.properties()) {
            limit(file, one.getKey(), one.getValue());
        }
        if (json.isArray()) {
            json.forEach(one -> limit(file, field, one));
        }
    }

    private record Head(
            int format,
            String id,
            RunManifest.State state,
            Instant started,
            Optional<Instant> ended,
            ObjectNode sections) {}

    private record Rest(Optional<Fingerprint> machine, Optional<DeclaredRules> declared) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Law.Ratio.class, name = "ratio"),
        @JsonSubTypes.Type(value = Law.Exponent.class, name = "exponent"),
        @JsonSubTypes.Type(value = Law.Efficiency.class, name = "efficiency"),
        @JsonSubTypes.Type(value = Law.Overhead.class, name = "overhead")
    })
    private interface Laws {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Warmup.Adaptive.class, name = "adaptive"),
        @JsonSubTypes.Type(value = Warmup.Fixed.class, name = "fixed")
    })
    private interface Warmups {}
}
