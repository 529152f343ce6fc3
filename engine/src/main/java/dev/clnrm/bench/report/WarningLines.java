package dev.clnrm.bench.report;

import dev.clnrm.bench.report.Palette.Role;
import java.util.List;
import java.util.Map;

/** Warnings and notes, one line each, those of a kind together with the cases they are about. */
final class WarningLines {
    private static final int NAMES = 4;

    /** A blank at which no line is broken. */
    private static final char UNBROKEN = '\u00a0';

    private WarningLines() {}

    static String render(RunView view, Style style) {
        StringBuilder out = new StringBuilder();
        Map<String, List<Warnings.Told>> kinds = Warnings.byKind(view.judgement());
        int cases = view.judgement().census().cases();
        kinds.forEach((kind, told) -> {
            String about = told.size() == 1
                    ? ""
                    : told.size() == cases ? " (all " + cases + " cases)" : " (" + told.size() + " cases)";
            line(out, style, "warning:", Role.CARE, kind + about);
            if (about.isEmpty() || told.size() < cases) {
                detail(
                        out,
                        style,
                        Lists.some(
                                told.stream()
                                        .map(one -> one.words().replace(' ', UNBROKEN))
                                        .toList(),
                                NAMES));
            }
        });
        view.facts().notes().forEach(note -> line(out, style, "note:", Role.HELP, Inert.sentence(note)));
        return out.toString();
    }

    private static void line(StringBuilder out, Style style, String key, Role role, String text) {
        out.append(style.palette().paint(role, key));
        String before = " ";
        for (String line : Display.wrap(text, style.prose() - key.length() - 1)) {
            out.append(before).append(line).append('\n');
            before = Display.blanks(key.length() + 1);
        }
    }

    private static void detail(StringBuilder out, Style style, String text) {
        Display.wrap(text, style.prose() - 9).forEach(line -> out.append(Display.blanks(9))
                .append(line.replace(UNBROKEN, ' '))
                .append('\n'));
    }
}
