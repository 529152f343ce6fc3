package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON that may stand between {@code <script>} and {@code </script>}: nothing in it ends or begins an element. */
final class ScriptJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final CharacterEscapes ESCAPES = new Markup();

    /** Digits of a drawn number: a pixel in a thousand is not seen. */
    private static final MathContext DRAWN = new MathContext(5);

    private ScriptJson() {}

    /** Characters that mean something to a reader of HTML are written as escapes. */
    private static final class Markup extends CharacterEscapes {
        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&', '\''}) {
                codes[c] = ESCAPE_STANDARD;
            }
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return null;
        }
    }

    /** Something that writes itself. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String text(Body body) {
        StringWriter text = new StringWriter(1 << 16);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setCharacterEscapes(ESCAPES);
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A number to be drawn; {@code null} where it is not finite. */
    static void drawn(JsonGenerator json, double value) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
        } else if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            json.writeNumber((long) value);
        } else {
            json.writeNumber(BigDecimal.valueOf(value).round(DRAWN).doubleValue());
        }
    }

    static void drawn(JsonGenerator json, String key, Optional<Double> value) throws IOException {
        if (value.isPresent() && Double.isFinite(value.get())) {
            json.writeFieldName(key);
            drawn(json, value.get());
        }
    }

    /** Estimate and ends: {@code [1.2, 1.1, 1.3]}; the ends are left out where there is no interval, all where there is no number. */
    static void estimate(JsonGenerator json, String key, Optional<Estimate> estimate) throws IOException {
        Optional<Double> value = estimate.flatMap(Estimate::value);
        if (value.isPresent()) {
            json.writeFieldName(key);
            estimate(json, value.get(), estimate.flatMap(Estimate::interval));
        }
    }

    static void estimate(JsonGenerator json, double value, Optional<Interval> interval) throws IOException {
        json.writeStartArray();
        drawn(json, value);
        if (interval.isPresent()) {
            drawn(json, interval.get().low());
            drawn(json, interval.get().high());
        }
        json.writeEndArray();
    }

    static void text(JsonGenerator json, String key, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(key, text.get());
        }
    }

    static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(key);
            for (String text : texts) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }
}
