package dev.clnrm.bench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.measure.MachineFinding;
import dev.clnrm.bench.measure.MachineFinding.Level;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** What a checkup found, for people and for programs. */
final class DoctorText {
    private DoctorText() {}

    static String table(List<MachineFinding> found) {
        int width = found.stream().mapToInt(one -> one.subject().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (MachineFinding one : found) {
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
                                ? "nothing disturbs measurements here\n"
                                : disturbing + (disturbing == 1 ? " thing disturbs" : " things disturb")
                                        + " measurements here\n")
                .toString()
                .replace(System.lineSeparator(), "\n");
    }

    static String json(List<MachineFinding> found) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode().put("format", 1);
        ArrayNode findings = json.putArray("findings");
        found.forEach(one -> findings.addObject()
                .put("subject", one.subject())
                .put("level", word(one.level()))
                .put("message", one.message())
                .put("help", one.help()));
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
