package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Check;
import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.config.Quantities;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.terminal.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts option values from text. */
final class Converters {
    private Converters() {}

    static CommandLine addedTo(CommandLine line) {
        return line.registerConverter(Time.class, Converters::time)
                .registerConverter(Shard.class, Converters::shard)
                .registerConverter(Format.class, oneOf(Format.values()))
                .registerConverter(HistoryFormat.class, oneOf(HistoryFormat.values()))
                .registerConverter(Color.class, oneOf(Color.values()))
                .registerConverter(Goal.class, oneOf(Goal.values()))
                .registerConverter(FailOn.class, oneOf(FailOn.values()))
                .registerConverter(Check.Unchanged.class, oneOf(Check.Unchanged.values()));
    }

    /** A time above 0 in the notation of {@code budgets.yaml}. */
    private static Time time(String text) {
        return Quantities.time(text)
                .filter(time -> time.seconds() > 0)
                .orElseThrow(() -> new TypeConversionException(
                        "`" + text + "` is not a time above 0; write it as in `10 min`, `30 s` or `500 ms`"));
    }

    private static Shard shard(String word) {
        return Shard.ofWord(word)
                .orElseThrow(() -> new TypeConversionException(
                        "`" + word + "` is not a part of a run; the parts of four are 1/4, 2/4, 3/4 and 4/4"));
    }

    /** A converter for an enum whose names are written in small letters with hyphens. */
    private static <E extends Enum<E>> ITypeConverter<E> oneOf(E[] values) {
        List<String> words = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return word -> {
            if (!words.contains(word)) {
                throw new TypeConversionException("`" + word + "` is not one of " + String.join(", ", words));
            }
            return values[words.indexOf(word)];
        };
    }
}
