package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Warning;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Caveats of the whole, warnings of cases and notes, those of a kind together. */
final class CompareWarnings {
    private static final int NAMES = 4;

    private CompareWarnings() {}

    static String render(CompareView view, Style style) {
        StringBuilder out = new StringBuilder();
        caveats(view).forEach(text -> line(out, style, "warning:", Role.CARE, text));
        byKind(view).forEach((kind, names) -> {
            boolean one = names.size() == 1;
            line(
                    out,
                    style,
                    "warning:",
                    Role.CARE,
                    kind + (one ? "" : " (" + Counts.count(names.size(), "case") + ")"));
            line(out, style, "        ", Role.PLAIN, Lists.some(names, NAMES));
        });
        view.facts().notes().forEach(note -> line(out, style, "note:", Role.HELP, Inert.sentence(note)));
        return out.toString();
    }

    /** What qualifies the whole and is not said in a block. */
    static List<String> caveats(CompareView view) {
        return view.judgement().caveats().stream()
                .filter(caveat -> !(caveat instanceof Caveat.Unlike unlike) || unlike.allowed())
                .map(caveat -> Inert.sentence(Words.of(caveat)))
                .toList();
    }

    /** The names of cases by what is said of them, in the order found. */
    static Map<String, List<String>> byKind(CompareView view) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        for (ChangeVerdict verdict : view.judgement().verdicts()) {
            Optional<Comparison> both = verdict.comparison();
            for (Warning warning : both.map(Comparison::warnings).orElse(List.of())) {
                List<String> names = kinds.computeIfAbsent(Words.general(warning), kind -> new ArrayList<>());
                String name = Inert.name(verdict.name());
                if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
                    names.add(name);
                }
            }
        }
        for (ChangeVerdict verdict : view.judgement().verdicts()) {
            if (verdict.finding() == Finding.OK && !verdict.reasons().isEmpty()) {
                kinds.computeIfAbsent(
                                "ok by the fast end of forks, but the mean of all iterations is higher by the margin or more",
                                kind -> new ArrayList<>())
                        .add(Inert.name(verdict.name()));
            }
        }
        return kinds;
    }

    private static void line(StringBuilder out, Style style, String key, Role role, String text) {
        String painted = style.palette().paint(role, key);
        String before = " ";
        out.append(painted);
        for (String line : Display.wrap(text, style.prose() - key.length() - 1)) {
            out.append(before).append(line).append('\n');
            before = Display.blanks(key.length() + 1);
        }
    }
}
