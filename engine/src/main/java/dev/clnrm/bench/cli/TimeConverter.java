package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.Quantities;
import dev.clnrm.bench.model.Time;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as {@code budgets.yaml} writes it. */
final class TimeConverter implements ITypeConverter<Time> {
    @Override
    public Time convert(String text) {
        return Quantities.time(text)
                .orElseThrow(() -> new TypeConversionException(
                        "`" + text + "` is no time; write it as in `10 min`, `30 s` or `500 ms`"));
    }
}
