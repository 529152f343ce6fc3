package dev.clnrm.bench.report.json;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.reach.CaseReach;
import dev.clnrm.bench.reach.ChangedMember;
import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.reach.UnmeasuredSources;
import dev.clnrm.bench.report.AffectedReport;
import dev.clnrm.bench.report.ReachFacts;
import java.util.List;
import java.util.Optional;

/** Writes what a change reaches, for programs: a stable interface, described in {@code docs/json.md}. */
public final class ReachJson {
    private ReachJson() {}

    /** The result of {@code clnrm-bench affected}, with a line feed at its end. */
    public static String render(AffectedReport report) {
        return JsonText.lines(new Fields()
                .with("format", JsonReport.FORMAT)
                .with("base", report.base())
                .with("head", report.head())
                .each("cases", report.reach().cases(), ReachJson::reached)
                .each("changed", report.reach().members(), one -> member(one.member())
                        .each("cases", one.cases(), CaseName::toString)
                        .with("by_name", one.byName()))
                .each("unreached", report.reach().unreached(), ReachJson::member)
                .with("unmeasured", report.reach().unmeasured())
                .with("command", report.command())
                .with("filters", report.filters())
                .with("limits", report.limits())
                .maybe("foreseen", report.foreseen().map(ReachJson::foreseen)));
    }

    private static Fields foreseen(Foreseen one) {
        return new Fields()
                .with("changes", one.changes())
                .each("cases", one.cases(), likely -> new Fields()
                        .with("case", likely.name().toString())
                        .with("probability", likely.probability())
                        .with("changes", likely.of())
                        .with("moved", likely.moved()))
                .with("tried", one.tried().map(rate -> new Fields()
                        .with("predictions", rate.tried())
                        .with("moved", rate.moved())
                        .with("likely", rate.likely())
                        .with("likely_moved", rate.right())
                        .with("brier", rate.brier())
                        .with("brier_always", rate.always())
                        .with("brier_never", rate.never())));
    }

    static Optional<Fields> of(ReachFacts reach) {
        return reach.unreached().map(summary -> new Fields()
                .with("claimed", reach.claimed())
                .with("changed_methods", summary.partial() ? Optional.empty() : Optional.of(summary.methods()))
                .with("unreached_methods", summary.partial() ? Optional.empty() : Optional.of(summary.unreached()))
                .each("largest_unreached", summary.largest(), ReachJson::member)
                .with(
                        "unmeasured_files",
                        reach.unmeasured().map(UnmeasuredSources::number).orElse(0))
                .with(
                        "unmeasured",
                        reach.unmeasured().map(UnmeasuredSources::files).orElse(List.of())));
    }

    private static Fields reached(CaseReach one) {
        return new Fields()
                .with("case", one.name().toString())
                .with("affected", one.affected())
                .with("why", one.why());
    }

    private static Fields member(ChangedMember member) {
        return new Fields()
                .with("name", member.name())
                .with("what", member.what())
                .with("how", member.how())
                .with("file", member.file())
                .with("line", member.line() > 0 ? Optional.of(member.line()) : Optional.empty())
                .with("instructions", member.instructions());
    }
}
