package dev.clnrm.bench.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Warning;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;

/**
 * Configures how Jackson writes values. An enum constant is its name in lower case with hyphens, unless it has its own word; a
 * number that is not finite is {@code null}; a warning is its code and its sentence.
 */
public final class DataWords {
    private DataWords() {}

    /** Writes a value that is not an object. */
    public interface Writes<T> {
        void write(T value, JsonGenerator out, SerializerProvider provider) throws IOException;
    }

    /** A lambda as a Jackson serializer. */
    public static <T> JsonSerializer<T> serializer(Writes<T> writes) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                writes.write(value, out, provider);
            }
        };
    }

    public static SimpleModule module() {
        return new SimpleModule("words")
                .addSerializer(
                        Enum.class,
                        word(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .addSerializer(StatusLabel.class, word(StatusLabel::code))
                .addSerializer(ForkStatistic.class, word(Words::code))
                .addSerializer(Mode.class, word(Mode::jmhName))
                .addSerializer(Place.class, word(Place::toLine))
                .addSerializer(LocalDate.class, word(LocalDate::toString))
                .addSerializer(Instant.class, word(Instant::toString))
                .addSerializer(
                        Warning.class,
                        serializer((one, out, provider) -> out.writePOJO(warning(one.code(), Words.of(one)))))
                .addSerializer(
                        Caveat.class,
                        serializer((one, out, provider) -> out.writePOJO(warning(one.code(), Words.of(one)))))
                .addSerializer(Double.class, serializer((number, out, provider) -> {
                    if (Double.isFinite(number)) {
                        out.writeNumber(number);
                    } else {
                        out.writeNull();
                    }
                }));
    }

    private static Fields warning(String code, String message) {
        return new Fields().with("code", code).with("message", message);
    }

    private static <T> JsonSerializer<T> word(Function<T, String> word) {
        return serializer((value, out, provider) -> provider.defaultSerializeValue(word.apply(value), out));
    }
}
