package dev.clnrm.bench.report.table;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.report.Display;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A result that needs attention, as a list of aligned facts:
 *
 * <pre>
 * ✗ FAIL  cleanroom/cleanroom_creation  time                   critical
 *     measured : 612 µs/op   95 % interval 598 … 627 µs   6 forks
 *     budget   : 200 µs                                        budgets.yaml:6
 *     help: to repeat it, run  clnrm-bench run cleanroom/cleanroom_creation
 * </pre>
 */
final class Block {
    /** The most blocks of one kind that people read one by one; the table has all of them. */
    static final int MOST = 25;

    private static final String INDENT = "    ";
    private static final int MARGIN = 64;

    private final StatusLabel label;
    private final String subject;
    private final String tag;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param label its status
     * @param subject what it is about
     * @param tag the text at the right margin; may be empty
     */
    Block(StatusLabel label, String subject, String tag) {
        this.label = label;
        this.subject = subject;
        this.tag = tag;
    }

    /** The first blocks, at most this many, and a line for the others. */
    static <T> Stream<String> some(List<T> all, int most, StatusLabel label, Function<T, Block> block, Style style) {
        Stream<String> first =
                all.stream().limit(most).map(one -> block.apply(one).render(style));
        return all.size() <= most
                ? first
                : Stream.concat(
                        first,
                        Stream.of(style.palette()
                                        .paint(
                                                label.role(),
                                                label.symbol() + " … and " + (all.size() - most) + " more "
                                                        + label.word())
                                + ": the table above has all, --format json has every detail\n"));
    }

    /** Blocks with an empty line between them. */
    static String joined(Stream<String> blocks) {
        return blocks.collect(Collectors.joining("\n"));
    }

    private record Fact(String key, String value, Optional<Place> place) {}

    private record Line(String key, String text, Role role, boolean whole) {}

    Block fact(String key, String value) {
        return fact(key, value, Optional.empty());
    }

    Block fact(String key, String value, Place place) {
        return fact(key, value, Optional.of(place));
    }

    Block fact(String key, String value, Optional<Place> place) {
        facts.add(new Fact(key, value, place));
        return this;
    }

    Block because(Optional<String> reason) {
        reason.ifPresent(because -> fact("because", Inert.sentence(because)));
        return this;
    }

    Block note(String text) {
        lines.add(new Line("note:", text, Role.HELP, false));
        return this;
    }

    /** The advice. It stays on one line, so that it can be copied. */
    Block help(String text) {
        lines.add(new Line("help:", text, Role.HELP, true));
        return this;
    }

    /** A file. It stays on one line, so that it can be copied. */
    Block file(String key, String path) {
        lines.add(new Line(key + ":", path, Role.HELP, true));
        return this;
    }

    /** A line that a process printed. */
    Block printed(String text) {
        lines.add(new Line("|", Display.cut(text, Style.NARROWEST + INDENT.length()), Role.FAINT, true));
        return this;
    }

    String render(Style style) {
        Palette palette = style.palette();
        int keys =
                facts.stream().mapToInt(fact -> Display.width(fact.key)).max().orElse(0);
        String head = label.loud() + "  " + subject;
        int margin = Math.max(MARGIN, tag.isEmpty() ? 0 : Display.width(head) + 3);
        StringBuilder out = new StringBuilder();
        out.append(palette.paint(label.role(), label.loud()))
                .append("  ")
                .append(palette.paint(Role.HEADING, subject.stripTrailing()));
        if (!tag.isEmpty()) {
            out.append(Display.blanks(margin - Display.width(head))).append(palette.paint(label.role(), tag));
        }
        out.append('\n');
        for (Fact fact : facts) {
            List<String> text = Display.hung(INDENT + Display.left(fact.key, keys) + " : ", fact.value, style.prose());
            out.append(String.join("\n", text));
            int last = Display.width(text.get(text.size() - 1));
            fact.place.ifPresent(place -> out.append(Display.blanks(Math.max(3, margin - last)))
                    .append(palette.paint(Role.FAINT, Inert.name(place.toLine()))));
            out.append('\n');
        }
        for (Line line : lines) {
            out.append(
                    line.whole
                            ? (INDENT + palette.paint(line.role, line.key) + " " + line.text).stripTrailing() + "\n"
                            : style.hung(INDENT, line.role, line.key, line.text));
        }
        return out.toString();
    }
}
