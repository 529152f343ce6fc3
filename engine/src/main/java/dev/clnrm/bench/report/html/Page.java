package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.Series;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.MemoryUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The content of a page for one side or two.
 *
 * @param cases all cases, in the order of the base, then of the head, then those that were not measured
 * @param folder the relative URL from the page to the folder of its run; empty, or it ends in a slash
 */
record Page(Report report, Sampled sampled, List<PageCase> cases, String folder) {
    static Page of(Report report, Sampled sampled, String folder) {
        return new Page(report, sampled, PageCase.of(report, sampled), folder);
    }

    /** The budgets and laws of the head, or the only side, judged. */
    HeadJudgement promises() {
        return report.promises();
    }

    /** The command that measures a case again. */
    String again(CaseName name) {
        return report.change().isEmpty() || report.facts().command().isEmpty()
                ? CommandText.again(List.of(name), Optional.empty())
                : report.again(name);
    }

    /** The data blocks of the page, by the names that its script uses. */
    Map<String, String> blocks() {
        Map<String, String> blocks = new LinkedHashMap<>();
        blocks.put("data", atOnce());
        blocks.put("samples", ofEachCase());
        return blocks;
    }

    /** Cases, laws and scaling: the data that the page shows immediately. */
    private String atOnce() {
        return ScriptJson.text(new Fields()
                .with("compared", report.change().isPresent())
                .each("cases", cases, one -> CaseJson.of(this, one))
                .each("laws", promises().laws(), this::law)
                .each("scaling", Family.of(cases), new ScalingJson(this)::of)
                .maybe("memory", report.facts().cost().flatMap(Cost::memory).map(Page::memory))
                .each(
                        "runs",
                        sampled.history().runs(),
                        past -> List.of(Inert.name(past.id()), past.started().toString())));
    }

    /** Forks and history of each case: the data that the page shows when a case is opened. */
    private String ofEachCase() {
        return ScriptJson.text(cases.stream()
                .map(one -> {
                    List<Fields> drawn = new ArrayList<>(List.of(ForksJson.of(one)));
                    history(one).map(PageParts::series).ifPresent(drawn::add);
                    return drawn;
                })
                .toList());
    }

    /** Peaks of name, side, heap and resident bytes; points of seconds, place of the peak, heap and resident bytes. */
    private static Fields memory(MemoryUse memory) {
        return new Fields()
                .with("interval", memory.interval())
                .each(
                        "peaks",
                        memory.peaks(),
                        peak -> List.of(
                                Inert.name(peak.name()),
                                peak.side(),
                                peak.heap().orElse(0L),
                                peak.resident()))
                .each(
                        "points",
                        memory.points(),
                        point -> List.of(point.at(), point.of(), point.heap().orElse(0L), point.resident()));
    }

    private Fields law(LawVerdict law) {
        return PageParts.law(law)
                .with(
                        "rows",
                        law.cases().stream()
                                .flatMap(name -> place(name).stream())
                                .toList());
    }

    private Optional<Integer> place(CaseName name) {
        return IntStream.range(0, cases.size())
                .filter(i -> cases.get(i).name().equals(name))
                .boxed()
                .findFirst();
    }

    private Optional<Series> history(PageCase one) {
        return sampled.history().cases().stream()
                .filter(past -> past.key().name().equals(one.name()))
                .filter(past -> one.mode().equals(Optional.of(past.key().mode())))
                .map(CaseHistory::current)
                .findFirst();
    }
}
