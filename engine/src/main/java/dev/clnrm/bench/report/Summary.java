package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.judge.Census;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a run ended, in one sentence, and where it came from. */
public final class Summary {
    private static final int KEY = 7;

    private Summary() {}

    static String render(RunView view, Style style) {
        StringBuilder out = new StringBuilder();
        facts(view).forEach((key, fact) -> {
            String before = Display.left(key, KEY);
            for (String line : Display.wrap(fact, style.prose() - KEY)) {
                out.append(style.palette().paint(Role.FAINT, before + line)).append('\n');
                before = Display.blanks(KEY);
            }
        });
        StatusLabel sign = sign(view.judgement());
        out.append(out.length() > 0 ? "\n" : "");
        String text = sign + ": " + sentence(view.judgement());
        List<String> lines = Display.wrap(text, style.prose() - 2);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String head = sign + ":";
            out.append(i == 0 ? "" : "  ")
                    .append(i == 0 ? style.palette().paint(sign.role(), head) + line.substring(head.length()) : line)
                    .append('\n');
        }
        return out.toString();
    }

    /** How the run stands. */
    public static StatusLabel sign(Judgement judgement) {
        if (judgement.census().cases() == 0) {
            return StatusLabel.NOT_RUN;
        }
        boolean nothing = judgement.census().promises() == 0 && judgement.result() == Judgement.Result.WITHIN_BUDGET;
        return nothing ? StatusLabel.MEASURED : StatusLabel.of(judgement.result());
    }

    /** What was found, and of how much. */
    public static String sentence(Judgement judgement) {
        Census census = judgement.census();
        if (census.cases() == 0) {
            return "no case was selected, so nothing is known";
        }
        String measured = "measured " + census.measured() + " of " + Counts.count(census.cases(), "case");
        if (census.promises() == 0) {
            return measured + "; no budgets set";
        }
        List<String> parts = new ArrayList<>();
        add(parts, count(judgement, Status.FAIL), "broken");
        long critical = judgement.budgets().stream()
                .filter(b -> b.status() == Status.FAIL && b.critical())
                .count();
        if (critical > 0) {
            parts.set(0, parts.get(0) + " (" + critical + " critical)");
        }
        add(parts, count(judgement, Status.UNMEASURED), "unmeasured");
        add(parts, count(judgement, Status.INCONCLUSIVE), "inconclusive");
        add(parts, count(judgement, Status.WARNING), "kept with little room");
        add(parts, count(judgement, Status.PASS), "kept");
        return "judged " + census.judged() + " of " + promises(judgement) + ": " + String.join(", ", parts) + "; "
                + measured;
    }

    private static String promises(Judgement judgement) {
        int all = judgement.census().promises();
        if (judgement.laws().isEmpty()) {
            return Counts.count(all, "budget");
        }
        return judgement.budgets().isEmpty() ? Counts.count(all, "law") : all + " budgets and laws";
    }

    /** The run in a few lines. */
    private static Map<String, String> facts(RunView view) {
        RunFacts facts = view.facts();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("run", forks(facts));
        host(facts).ifPresent(host -> lines.put("host", host));
        noise(view.judgement()).ifPresent(noise -> lines.put("noise", noise));
        facts.folder().ifPresent(folder -> lines.put("kept", Inert.sentence(folder)));
        return lines;
    }

    static String forks(RunFacts facts) {
        return Counts.count(facts.forks(), "fork")
                + (facts.kept() > 0 ? ", " + facts.kept() + " of them kept from before," : "")
                + " in " + Counts.duration(facts.seconds()) + ", seed " + facts.seed();
    }

    static Optional<String> host(RunFacts facts) {
        List<String> words = Stream.of(facts.host(), facts.jdk().map(jdk -> "JDK " + jdk))
                .flatMap(Optional::stream)
                .map(Inert::sentence)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    /** How much the forks of a case differ, and what that lets one see. */
    public static Optional<String> noise(Judgement judgement) {
        Optional<Double> spread = median(judgement, Measurement::spread);
        Optional<Double> detectable = median(judgement, Measurement::detectable);
        return spread.flatMap(s -> detectable.map(d -> "forks of a case differ by " + Percents.percent(s)
                + ", so a change of " + Percents.percent(d) + " would be seen (medians of the cases)"));
    }

    private static Optional<Double> median(Judgement judgement, Function<Measurement, Optional<Double>> value) {
        List<Double> sorted = judgement.measurements().stream()
                .flatMap(m -> value.apply(m).stream())
                .filter(Double::isFinite)
                .sorted()
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    private static void add(List<String> parts, long count, String words) {
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }

    private static long count(Judgement judgement, Status status) {
        return judgement.budgets().stream().filter(b -> b.status() == status).count()
                + judgement.laws().stream().filter(l -> l.status() == status).count();
    }
}
