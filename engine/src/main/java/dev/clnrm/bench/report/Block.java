package dev.clnrm.bench.report;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.report.Palette.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that needs attention, as a list of aligned facts:
 *
 * <pre>
 * ✗ FAIL  cleanroom/cleanroom_creation  time                   critical
 *     measured : 612 µs/op   95 % interval 598 … 627 µs   6 forks
 *     budget   : 200 µs                                        budgets.yaml:6
 *     help: to see it again, run  clnrm-bench run cleanroom/cleanroom_creation
 * </pre>
 */
final class Block {
    private static final String INDENT = "    ";
    private static final int MARGIN = 64;

    private final Style style;
    private final StatusLabel sign;
    private final String subject;
    private final String tag;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param sign how it stands
     * @param subject what is meant
     * @param tag what stands at the right margin; may be empty
     */
    Block(Style style, StatusLabel sign, String subject, String tag) {
        this.style = style;
        this.sign = sign;
        this.subject = subject;
        this.tag = tag;
    }

    private record Fact(String key, String value, Optional<Place> place) {}

    private record Line(String key, String text, Role role, boolean whole) {}

    Block fact(String key, String value) {
        facts.add(new Fact(key, value, Optional.empty()));
        return this;
    }

    Block fact(String key, String value, Place place) {
        facts.add(new Fact(key, value, Optional.of(place)));
        return this;
    }

    Block note(String text) {
        lines.add(new Line("note:", text, Role.HELP, false));
        return this;
    }

    /** What to do about it; stays on one line, so that it can be copied. */
    Block help(String text) {
        lines.add(new Line("help:", text, Role.HELP, true));
        return this;
    }

    /** A file; stays on one line, so that it can be copied. */
    Block file(String key, String path) {
        lines.add(new Line(key + ":", path, Role.HELP, true));
        return this;
    }

    /** A line a process printed. */
    Block printed(String text) {
        lines.add(new Line("|", text, Role.FAINT, true));
        return this;
    }

    String render() {
        int keys =
                facts.stream().mapToInt(fact -> Display.width(fact.key)).max().orElse(0);
        String head = sign.loud() + "  " + subject;
        int margin = Math.max(MARGIN, tag.isEmpty() ? 0 : Display.width(head) + 3);
        StringBuilder out = new StringBuilder();
        out.append(paint(sign.role(), sign.loud())).append("  ").append(paint(Role.HEADING, subject.stripTrailing()));
        if (!tag.isEmpty()) {
            out.append(Display.blanks(margin - Display.width(head))).append(paint(sign.role(), tag));
        }
        out.append('\n');
        for (Fact fact : facts) {
            String key = INDENT + Display.left(fact.key, keys) + " : ";
            String last = hung(out, key, fact.value);
            fact.place.ifPresent(place -> out.append(Display.blanks(Math.max(3, margin - Display.width(last))))
                    .append(paint(Role.FAINT, Inert.name(place.toLine()))));
            out.append('\n');
        }
        for (Line line : lines) {
            String key = INDENT + paint(line.role, line.key) + " ";
            if (line.whole) {
                out.append((key + line.text).stripTrailing()).append('\n');
            } else {
                hung(out, INDENT + line.key + " ", line.text);
                out.append('\n');
            }
        }
        return out.toString();
    }

    /** Appends text in as many lines as it needs, each after as many blanks as {@code key} is wide; returns the last. */
    private String hung(StringBuilder out, String key, String text) {
        int indent = Display.width(key);
        String before = key;
        String last = "";
        for (String line : Display.wrap(text, style.prose() - indent)) {
            out.append(last.isEmpty() ? "" : "\n").append((before + line).stripTrailing());
            last = before + line;
            before = Display.blanks(indent);
        }
        return last;
    }

    private String paint(Role role, String text) {
        return style.palette().paint(role, text);
    }
}
