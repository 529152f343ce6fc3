package dev.clnrm.bench.cli;

import dev.clnrm.bench.measure.MachineFinding;
import dev.clnrm.bench.measure.MachineFinding.Level;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.JsonText;
import java.util.List;
import java.util.Locale;

/** Formats the findings of `doctor` for people and for programs. */
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
        return JsonText.lines(new Fields().with("format", 1).each("findings", found, one -> new Fields()
                .with("subject", one.subject())
                .with("level", word(one.level()))
                .with("message", one.message())
                .with("help", one.help())));
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
