package dev.clnrm.bench.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads and writes {@code run.json}. */
final class RunJson {
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String HELP =
            "run.json is written by `run`; without it the forks in samples.ndjson are still good";

    private RunJson() {}

    static void write(Path file, RunInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("id", info.id());
        json.put("state", info.state().name().toLowerCase(Locale.ROOT));
        json.put("started", info.started().toString());
        info.ended().ifPresent(ended -> json.put("ended", ended.toString()));
        json.put("sections", Plain.of(info.sections()));
        String text;
        try {
            text = JSON.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a section of a run cannot be written", e);
        }
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    static RunInfo read(Path file) {
        JsonNode json;
        try {
            json = JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new UnreadableFileException(place(file, e), "not JSON", HELP);
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
        if (!(json instanceof ObjectNode run)) {
            throw new UnreadableFileException(file, "expected an object", HELP);
        }
        if (!run.path("format").isInt()) {
            throw new UnreadableFileException(file, "lacks `format`", HELP);
        }
        int format = run.path("format").intValue();
        if (format != FORMAT) {
            throw new UnreadableFileException(
                    file,
                    "a run of format " + format + " cannot be read by this version, which reads " + FORMAT,
                    "use the version of clnrm-bench that wrote it, or a newer one");
        }
        try {
            return new RunInfo(
                    text(file, run, "id"),
                    RunInfo.State.valueOf(text(file, run, "state").toUpperCase(Locale.ROOT)),
                    Instant.parse(text(file, run, "started")),
                    run.has("ended") ? Optional.of(Instant.parse(text(file, run, "ended"))) : Optional.empty(),
                    sections(run));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableFileException(file, "not a run: " + e.getMessage(), HELP);
        }
    }

    private static Map<String, Object> sections(ObjectNode run) {
        Map<String, Object> sections = new LinkedHashMap<>();
        run.path("sections")
                .properties()
                .forEach(
                        section -> sections.put(section.getKey(), JSON.convertValue(section.getValue(), Object.class)));
        return sections;
    }

    private static String text(Path file, ObjectNode run, String field) {
        JsonNode value = run.path(field);
        if (!value.isTextual()) {
            throw new UnreadableFileException(file, "lacks `" + field + "`", HELP);
        }
        return value.textValue();
    }

    private static Place place(Path file, JsonProcessingException fault) {
        return fault.getLocation() == null
                ? new Place(file.toString(), 0, 0)
                : new Place(
                        file.toString(),
                        fault.getLocation().getLineNr(),
                        fault.getLocation().getColumnNr());
    }
}
