package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.Cost;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts about the measurement and the judgement, as text. */
final class Facts {
    private Facts() {}

    /** The facts by their subject. */
    static Map<String, String> of(Report report) {
        return report.change().map(change -> compared(report, change)).orElseGet(() -> alone(report));
    }

    /** The warnings about the whole, one clause each. */
    static List<String> remarks(Report report) {
        Set<String> remarks = new LinkedHashSet<>();
        report.movedWords().ifPresent(remarks::add);
        report.change()
                .ifPresent(change -> change.caveats().forEach(caveat -> remarks.add(Inert.sentence(Words.of(caveat)))));
        report.facts().notes().forEach(note -> remarks.add(Inert.sentence(note)));
        report.facts().cost().ifPresent(cost -> cost.replaced().forEach(one -> remarks.add(Inert.sentence(one))));
        warnings(report.promises(), remarks);
        return List.copyOf(remarks);
    }

    private static Map<String, String> alone(Report report) {
        RunFacts facts = report.facts();
        Map<String, String> rows = new LinkedHashMap<>();
        facts.cost().ifPresent(cost -> rows.put("forks", Words.forks(facts)));
        facts.head().host().ifPresent(host -> rows.put("machine", Inert.sentence(host)));
        facts.head().jdk().ifPresent(jdk -> rows.put("JDK", Inert.sentence(jdk)));
        Summary.noise(report).ifPresent(noise -> rows.put("noise", noise));
        rows.put("confidence", confidence(report.promises().rules().confidence()));
        facts.folder().ifPresent(folder -> rows.put("stored in", Inert.sentence(folder)));
        return rows;
    }

    private static Map<String, String> compared(Report report, ChangeJudgement change) {
        RunFacts facts = report.facts();
        Map<String, String> rows = new LinkedHashMap<>();
        facts.base().ifPresent(base -> rows.put("base", base.words()));
        rows.put("head", facts.head().words());
        ChangeText.statistic(report).ifPresent(of -> rows.put("change", of));
        Summary.noise(report).ifPresent(noise -> rows.put("noise", noise));
        rows.put(
                "evidence",
                "significance level " + Percents.level(change.rules().level()) + ", p values adjusted over "
                        + Counts.count(change.census().family(), "case"));
        rows.put("confidence", confidence(change.rules().confidence()));
        facts.cost().ifPresent(cost -> add(rows, cost));
        if (!facts.command().isEmpty()) {
            rows.put("again", report.again());
        }
        return rows;
    }

    private static void add(Map<String, String> rows, Cost cost) {
        rows.put(
                "forks",
                cost.baseForks() + " of the base and " + cost.headForks() + " of the head in "
                        + Counts.duration(cost.seconds()) + ", at most " + cost.mostForks() + " a case and side; seed "
                        + cost.seed());
        if (cost.decidedEarly() > 0) {
            rows.put("decided early", Counts.count(cost.decidedEarly(), "case"));
        }
        if (cost.controls() > 0) {
            rows.put("controls", Counts.count(cost.controls(), "case") + " with the same code on both sides");
        }
        cost.folder().ifPresent(folder -> rows.put("stored in", Inert.sentence(folder)));
    }

    private static String confidence(double share) {
        return Percents.level(share) + " intervals";
    }

    private static void warnings(HeadJudgement judgement, Set<String> remarks) {
        Map<String, Integer> cases = new LinkedHashMap<>();
        judgement.measurements().forEach(measurement -> measurement.warnings().stream()
                .map(Words::general)
                .distinct()
                .forEach(text -> cases.merge(text, 1, Integer::sum)));
        cases.forEach((text, count) -> remarks.add(text + " (" + Counts.count(count, "case") + ")"));
    }
}
