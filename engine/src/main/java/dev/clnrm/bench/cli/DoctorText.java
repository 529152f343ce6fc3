package dev.clnrm.bench.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.measure.Finding;
import dev.clnrm.bench.measure.Finding.Level;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What a checkup found, for people and for programs. */
final class DoctorText {
    private DoctorText() {}

    static String table(List<Finding> found) {
        int width = found.stream().mapToInt(one -> one.subject().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Finding one : found) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-9s %-" + Math.max(1, width) + "s  %s%n",
                    word(one.level()),
                    one.subject(),
                    one.message()));
            if (!one.help().isEmpty()) {
                text.append(" ".repeat(width + 12))
                        .append("help: ")
                        .append(one.help())
                        .append('\n');
            }
        }
        long disturbing =
                found.stream().filter(one -> one.level() == Level.DISTURBS).count();
        return text.append('\n')
                .append(
                        disturbing == 0
                                ? "nothing that disturbs was found\n"
                                : disturbing + (disturbing == 1 ? " thing disturbs" : " things disturb")
                                        + " measurements here\n")
                .toString()
                .replace(System.lineSeparator(), "\n");
    }

    static String json(List<Finding> found) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("format", 1);
            json.writeArrayFieldStart("findings");
            for (Finding one : found) {
                json.writeStartObject();
                json.writeStringField("subject", one.subject());
                json.writeStringField("level", word(one.level()));
                json.writeStringField("message", one.message());
                json.writeStringField("help", one.help());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append("\n").toString();
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
