package dev.clnrm.bench.report.json;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON that is the same on every JDK. A number that is not finite is {@code null}. Characters outside ASCII are escaped,
 * so that no text can control the terminal.
 */
public final class JsonText {
    /** The mapper. It escapes the bracket, because {@code ##[} starts a command of GitHub Actions anywhere in a log. */
    private static final JsonMapper MAPPER = mapper("[").build();

    private static final ObjectWriter LINES = MAPPER.writer(indented());

    private JsonText() {}

    /** A mapper that also escapes the characters of {@code escaped}. */
    public static JsonMapper.Builder mapper(String escaped) {
        return JsonMapper.builder(new JsonFactoryBuilder()
                        .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                        .characterEscapes(new Escapes(escaped))
                        .build())
                .addModule(DataWords.module());
    }

    /** A document, indented, with a line feed at its end. */
    public static String lines(Object document) {
        return text(LINES, document) + "\n";
    }

    /** A document in one line, with a line feed at its end. */
    static String line(Object document) {
        return text(MAPPER.writer(), document) + "\n";
    }

    /** A document as {@code writer} writes it. */
    public static String text(ObjectWriter writer, Object document) {
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document is not JSON", e);
        }
    }

    private static PrettyPrinter indented() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
    }

    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        private final String escaped;

        Escapes(String escaped) {
            this.escaped = escaped;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            escaped.chars().forEach(c -> codes[c] = ESCAPE_STANDARD);
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return null;
        }
    }
}
