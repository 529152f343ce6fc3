package dev.clnrm.bench.samples;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Reads and writes the values of samples in JSON: lists of numbers, instants, modes and names of cases. */
final class SampleModule extends SimpleModule {
    SampleModule() {
        addDeserializer(Values.class, new NumbersReader());
        addSerializer(Instant.class, ToStringSerializer.instance);
        addDeserializer(Instant.class, new InstantReader());
        setMixInAnnotation(Values.class, Numbers.class);
        setMixInAnnotation(Mode.class, ModeWord.class);
        setMixInAnnotation(CaseName.class, NameFields.class);
    }

    /** The array of numbers at the parser. */
    static Values numbers(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw fault(parser, "expected an array of numbers");
        }
        double[] numbers = new double[16];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number(parser);
        }
        return Values.owned(Arrays.copyOf(numbers, count));
    }

    /** The number at the parser. A number that is not finite is a string, as JMH writes it; null, as JavaScript writes it, is NaN. */
    static double number(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getDoubleValue();
        }
        if (token == JsonToken.VALUE_NULL) {
            return Double.NaN;
        }
        if (token == JsonToken.VALUE_STRING) {
            String text = parser.getText();
            return switch (text) {
                case "NaN" -> Double.NaN;
                case "Infinity", "+INF", "INF" -> Double.POSITIVE_INFINITY;
                case "-Infinity", "-INF" -> Double.NEGATIVE_INFINITY;
                default -> throw fault(parser, "expected a number, but this is \"" + text + "\"");
            };
        }
        throw fault(parser, "expected a number");
    }

    /** An error at the token at the parser. */
    static JsonMappingException fault(JsonParser parser, String message) {
        return JsonMappingException.from(parser, message);
    }

    /** The fields of a case: suite, benchmark and parameters. The variant is not written: readers derive it again. */
    @SuppressWarnings("unused") // Jackson reads the annotations.
    private abstract static class NameFields {
        @JsonCreator
        NameFields(
                @JsonProperty("suite") String suite,
                @JsonProperty("benchmark") String benchmark,
                @JsonProperty("params") Map<String, String> params) {}

        @JsonIgnore
        abstract Optional<String> variant();
    }

    /** The numbers, as an array. */
    private interface Numbers {
        @JsonValue
        DoubleStream stream();
    }

    /** JMH's name of a mode. */
    private interface ModeWord {
        @JsonValue
        String jmhName();
    }

    private static final class NumbersReader extends StdDeserializer<Values> {
        NumbersReader() {
            super(Values.class);
        }

        @Override
        public Values deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return numbers(parser);
        }
    }

    private static final class InstantReader extends StdDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(parser.getText());
            } catch (DateTimeException e) {
                throw fault(parser, "expected an instant such as 2026-01-31T12:00:00Z");
            }
        }
    }
}
