package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.ChangeCensus;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a comparison ended, in one sentence, and what was compared. */
public final class CompareSummary {
    private static final int KEY = 7;

    private CompareSummary() {}

    static String render(CompareView view, Style style) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> fact : facts(view).entrySet()) {
            String before = Display.left(fact.getKey(), KEY);
            for (String line : Display.wrap(fact.getValue(), style.prose() - KEY)) {
                out.append(style.palette().paint(Role.FAINT, (before + line).stripTrailing()))
                        .append('\n');
                before = Display.blanks(KEY);
            }
        }
        StatusLabel sign = StatusLabel.of(view.judgement().result());
        String head = sign + ":";
        List<String> lines = Display.wrap(
                head + " " + (view.judgement().commonCause().isPresent() ? counts(view) : sentence(view)),
                style.prose() - 2);
        out.append('\n');
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            out.append(i == 0 ? style.palette().paint(sign.role(), head) + line.substring(head.length()) : "  " + line)
                    .append('\n');
        }
        return out.toString();
    }

    /** {@code 1 of 73 cases regressed (alert), 2 improved; 68 ok, 2 inconclusive; judged 71 of 73 cases}. */
    public static String sentence(CompareView view) {
        ChangeCensus census = view.judgement().census();
        if (census.cases() == 0) {
            return "no case was selected, so nothing could be judged";
        }
        List<String> parts = new ArrayList<>();
        CommonCauseText.sentence(view.judgement()).ifPresent(parts::add);
        parts.add(counts(view));
        return String.join("; ", parts);
    }

    /** The sentence without the cause that most changes have in common. */
    private static String counts(CompareView view) {
        ChangeCensus census = view.judgement().census();
        List<String> parts = new ArrayList<>();
        boolean nothing = view.judgement().result() == ChangeJudgement.Result.NOTHING_JUDGED;
        if (nothing) {
            parts.add(NothingJudged.reason(view));
        }
        missing(view).ifPresent(parts::add);
        if (!nothing) {
            parts.add(changed(view));
        }
        List<String> rest = new ArrayList<>();
        add(rest, view.cases(Finding.OK), "ok");
        add(rest, inconclusive(view), "inconclusive");
        add(rest, view.cases(Finding.INCOMPARABLE), "incomparable");
        add(rest, notRun(view), "not run");
        long onBase = onBaseAlone(view);
        add(rest, onBase, "failed on the base alone");
        add(rest, view.cases(Finding.NEW) - onBase, "new");
        if (!rest.isEmpty()) {
            parts.add(String.join(", ", rest));
        }
        promises(view).ifPresent(parts::add);
        parts.add("judged " + census.judged() + " of " + Counts.count(census.cases(), "case")
                + (census.promises() < census.promised()
                        ? " and " + census.promises() + " of " + census.promised() + " budgets and laws"
                        : ""));
        return String.join("; ", parts);
    }

    /** The verdict in a few words: how much of it is open, what got better, and whether one cause is behind it. */
    static String title(CompareView view) {
        StatusLabel sign = StatusLabel.of(view.judgement().result());
        String word = Character.toUpperCase(sign.word().charAt(0)) + sign.word().substring(1);
        if (view.judgement().commonCause().isPresent()) {
            return word + ", one cause likely";
        }
        long faster = view.cases(Finding.IMPROVED);
        long open = inconclusive(view) + view.cases(Finding.INCOMPARABLE);
        if (sign != StatusLabel.INCONCLUSIVE || open == 0) {
            return word;
        }
        return word + " in " + open + " of "
                + Counts.count(view.judgement().census().cases(), "case")
                + (faster > 0 ? ", " + faster + " improved" : "");
    }

    /** {@code 4 of 5 cases are missing from the head}. */
    private static Optional<String> missing(CompareView view) {
        List<String> parts = new ArrayList<>();
        String of = " of " + Counts.count(view.judgement().census().cases(), "case");
        long missing = view.cases(Finding.MISSING);
        if (missing > 0) {
            parts.add(missing + of + (missing == 1 ? " is" : " are") + " missing from the head");
        }
        long removed = view.cases(Finding.REMOVED);
        if (removed > 0) {
            parts.add(removed + of + (removed == 1 ? " was" : " were") + " removed");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    /** {@code 1 of 73 cases regressed (alert), 2 improved}. */
    static String changed(CompareView view) {
        List<ChangeVerdict> slower = ofTime(view, Finding.REGRESSED);
        String of = " of " + Counts.count(view.judgement().census().cases(), "case");
        long failed = failed(view).size();
        String changed = slower.isEmpty() && failed > 0
                ? failed + of + " failed"
                : (slower.isEmpty() ? "none" : String.valueOf(slower.size())) + of + " regressed" + worst(slower)
                        + waived(slower) + (failed > 0 ? ", " + failed + " failed" : "");
        int allocating = view.found(Finding.REGRESSED).size() - slower.size();
        changed += allocating > 0 ? ", " + Counts.count(allocating, "case") + " allocating more" : "";
        long faster = view.cases(Finding.IMPROVED);
        return changed + (faster > 0 ? ", " + faster + " improved" : "");
    }

    private static Set<CaseName> failed(CompareView view) {
        return view.judgement().promises().failed().stream()
                .filter(failed -> failed.how().isPresent())
                .map(FailedCase::name)
                .collect(Collectors.toSet());
    }

    /** Cases of the head that have nothing to be compared with because the base failed. */
    private static long onBaseAlone(CompareView view) {
        Set<CaseName> whole = view.judgement().failures().stream()
                .filter(one -> one.where() == CaseFailure.Where.BASE_ALONE)
                .map(CaseFailure::name)
                .collect(Collectors.toSet());
        return ofTime(view, Finding.NEW).stream()
                .filter(v -> whole.contains(v.name()))
                .count();
    }

    /** What is inconclusive and was measured: a case is counted once. */
    private static long inconclusive(CompareView view) {
        return ofTime(view, Finding.INCONCLUSIVE).stream()
                .filter(v -> view.failure(v).isEmpty())
                .count();
    }

    /** Cases no fork was started of. */
    private static long notRun(CompareView view) {
        return view.judgement().promises().failed().stream()
                .filter(failed -> failed.how().isEmpty())
                .count();
    }

    private static List<ChangeVerdict> ofTime(CompareView view, Finding finding) {
        return view.only(v -> v.metric() == Metric.TIME && v.finding() == finding);
    }

    private static String worst(List<ChangeVerdict> slower) {
        return slower.stream()
                .flatMap(v -> v.severity().stream())
                .max(Enum::compareTo)
                .map(severity -> " (" + (slower.size() > 1 ? "the worst " : "") + Words.of(severity) + ")")
                .orElse("");
    }

    private static String waived(List<ChangeVerdict> slower) {
        long waived = slower.stream().filter(v -> v.waiver().isPresent()).count();
        return waived == 0 ? "" : waived == slower.size() ? ", waived" : ", " + waived + " of them waived";
    }

    private static Optional<String> promises(CompareView view) {
        List<Status> all = Stream.concat(
                        view.judgement().promises().budgets().stream().map(b -> b.status()),
                        view.judgement().promises().laws().stream().map(l -> l.status()))
                .toList();
        List<String> parts = new ArrayList<>();
        add(parts, all.stream().filter(s -> s == Status.FAIL).count(), "broken");
        add(parts, all.stream().filter(s -> s == Status.UNMEASURED).count(), "unmeasured");
        add(parts, all.stream().filter(s -> s == Status.INCONCLUSIVE).count(), "inconclusive");
        add(parts, all.stream().filter(s -> s == Status.WARNING).count(), "kept with little room");
        add(parts, all.stream().filter(s -> s == Status.PASS).count(), "kept");
        return parts.isEmpty() ? Optional.empty() : Optional.of("budgets and laws: " + String.join(", ", parts));
    }

    private static void add(List<String> parts, long count, String words) {
        if (count > 0) {
            parts.add(count + " " + words);
        }
    }

    /** What was compared, in a few lines. */
    private static Map<String, String> facts(CompareView view) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("base", named(view.facts().base()));
        lines.put("head", named(view.facts().head()));
        noise(view).ifPresent(noise -> lines.put("noise", noise));
        return lines;
    }

    static String named(CompareFacts.Named side) {
        List<String> words = new ArrayList<>();
        words.add(Inert.name(side.label()));
        side.host().map(Inert::sentence).ifPresent(words::add);
        side.jdk().map(jdk -> "JDK " + Inert.sentence(jdk)).ifPresent(words::add);
        return String.join(", ", words);
    }

    /** How much the forks of a case differ, and what that lets one see. */
    public static Optional<String> noise(CompareView view) {
        Optional<Double> floor = view.judgement().noiseFloor();
        Optional<Double> seen = view.detectable();
        return floor.flatMap(s -> seen.map(d -> "forks of a case differ by " + Percents.percent(s) + ", so a change of "
                + Percents.percent(d) + " would be seen (medians of the cases)"));
    }
}
