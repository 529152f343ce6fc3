package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the readers and writers of JSON share. Numbers that are not finite are strings: JMH quotes them too. */
final class Json {
    /** All but ASCII is escaped, so that any text survives, halves of characters too. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    /** A fault at the token the parser is at. */
    static JsonParseException fault(JsonParser parser, String message) {
        return new JsonParseException(parser, message, parser.currentTokenLocation());
    }

    static JsonParseException fault(JsonParser parser, String message, Throwable cause) {
        return new JsonParseException(parser, message, parser.currentTokenLocation(), cause);
    }

    static void expect(JsonParser parser, JsonToken token, String what) throws IOException {
        if (parser.currentToken() != token) {
            throw fault(parser, "expected " + what);
        }
    }

    /** The number at the parser, written as one or quoted; null, as JavaScript writes it, is not a number. */
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

    static Values numbers(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_ARRAY, "an array of numbers");
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

    static String text(JsonParser parser) throws IOException {
        expect(parser, JsonToken.VALUE_STRING, "a text");
        return parser.getText();
    }

    static int integer(JsonParser parser) throws IOException {
        expect(parser, JsonToken.VALUE_NUMBER_INT, "a whole number");
        return parser.getIntValue();
    }

    static List<String> texts(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_ARRAY, "an array of texts");
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(text(parser));
        }
        return texts;
    }

    /** An object of texts; numbers and truth values count as what they are written as. */
    static Map<String, String> textsByName(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_OBJECT, "an object");
        Map<String, String> texts = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == null || !value.isScalarValue()) {
                throw fault(parser, "expected a text");
            }
            texts.put(name, parser.getText());
        }
        return texts;
    }

    /** The reader's view of a fault Jackson found; {@code line} counts from 1. */
    static UnreadableFileException unreadable(Path file, int line, JsonProcessingException fault, String help) {
        int column = fault.getLocation() == null ? 0 : fault.getLocation().getColumnNr();
        return new UnreadableFileException(new Place(file.toString(), line, Math.max(0, column)), clause(fault), help);
    }

    static UnreadableFileException unreadable(Path file, JsonProcessingException fault, String help) {
        int line = fault.getLocation() == null ? 0 : fault.getLocation().getLineNr();
        return unreadable(file, Math.max(0, line), fault, help);
    }

    /** What Jackson says, without where it looked and what it would have taken. */
    static String clause(JsonProcessingException fault) {
        String message = fault.getOriginalMessage();
        for (String rest : new String[] {"\n", " (for ", " (start marker", ": was expecting"}) {
            int end = message.indexOf(rest);
            message = end < 0 ? message : message.substring(0, end);
        }
        return message.isEmpty() ? "not JSON" : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
