package dev.clnrm.bench.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.clnrm.bench.model.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads and writes the program's own JSON files. Unknown fields are skipped. A field that is neither optional nor a collection
 * nor a primitive is required, and no value is converted to another type.
 */
public final class JsonFiles {
    /** The deepest nesting of a file; no file of this program is deeper. */
    private static final int DEEPEST = 20;

    /** The longest path in a file that a message shows. */
    private static final int LONGEST_PATH = 100;

    private static final JsonSetter.Value EMPTY_FOR_NULL = JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL);

    /** Everything except ASCII is escaped, so that any text survives, including unpaired surrogates. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** The mapper of all files; a file with more types uses a copy from {@link JsonMapper#rebuild()}. */
    public static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .addModules(new Jdk8Module(), new SampleModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .withConfigOverride(List.class, lists -> lists.setSetterInfo(EMPTY_FOR_NULL))
            .withConfigOverride(Set.class, sets -> sets.setSetterInfo(EMPTY_FOR_NULL))
            .withConfigOverride(Map.class, maps -> maps.setSetterInfo(EMPTY_FOR_NULL))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFiles() {}

    /** An error of Jackson's as an error for the user. */
    public static UnreadableFileException unreadable(Path file, JsonProcessingException fault, String help) {
        int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
        return unreadable(file, Math.max(0, line), fault, help);
    }

    /** The same with the line in the file, from 1. */
    static UnreadableFileException unreadable(Path file, int line, JsonProcessingException fault, String help) {
        int column = fault.getLocation() == null ? 0 : fault.getLocation().getColumnNr();
        return new UnreadableFileException(new Place(file.toString(), line, Math.max(0, column)), clause(fault), help);
    }

    /** The problem, as one clause. */
    private static String clause(JsonProcessingException fault) {
        if (fault.getCause() instanceof IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
        String message = fault.getOriginalMessage();
        if (fault instanceof MismatchedInputException || fault instanceof ValueInstantiationException) {
            String path = path((JsonMappingException) fault);
            if (path.isEmpty()) {
                return "is not one JSON object";
            }
            return message.startsWith("Null value") ? "lacks `" + path + "`" : "`" + path + "` has a wrong value";
        }
        for (String rest : new String[] {"\n", " (for ", " (start marker", ": was expecting", ": expected"}) {
            int end = message.indexOf(rest);
            message = end < 0 ? message : message.substring(0, end);
        }
        return message.isEmpty() ? "not JSON" : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static String path(JsonMappingException fault) {
        String path = fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
    }
}
