package dev.clnrm.bench.report.csv;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Waived;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.JsonParts;
import dev.clnrm.bench.report.json.VerdictJson;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A comparison for spreadsheets, one row for each metric of each case, for what JMH measured beside the time, and for each budget and law
 * of the head.
 */
final class CompareCsv {
    private static final String COLUMNS = "kind suite benchmark params mode metric unit verdict severity gated fails"
            + " base head ratio low high p adjusted statistic base_forks head_forks detectable tolerance margin"
            + " forks_to_decide limit_low limit headroom rule waived_until reason warnings";

    private CompareCsv() {}

    static String render(Report report) {
        List<Fields> rows = new ArrayList<>();
        for (ChangeVerdict verdict : report.compared().verdicts()) {
            rows.add(verdict(report, verdict));
            report.beside(verdict).forEach(one -> rows.add(secondary(verdict, one)));
        }
        report.promises().budgets().forEach(budget -> rows.add(budget(budget)));
        report.promises().laws().forEach(law -> rows.add(law(law)));
        return CsvTable.of(COLUMNS, rows);
    }

    private static Fields verdict(Report report, ChangeVerdict verdict) {
        Fields row = VerdictJson.of(report, verdict)
                .and(CsvTable.row("case", verdict.name()))
                .and(forks(verdict.base(), verdict.head()))
                .with("waived_until", verdict.waiver().map(Waived::until))
                .with("reason", String.join("; ", verdict.reasons()))
                .with(
                        "warnings",
                        CsvTable.codes(Stream.concat(
                                verdict.caveats().stream().map(Caveat::code),
                                verdict.comparison().stream()
                                        .flatMap(both -> both.warnings().stream())
                                        .map(Warning::code))));
        report.failure(verdict).ifPresent(failed -> row.with("verdict", Words.of(failed)));
        return row;
    }

    private static Fields secondary(ChangeVerdict verdict, Secondary one) {
        return JsonParts.compared(one, verdict)
                .and(CsvTable.row("secondary", verdict.name()))
                .and(forks(one.base(), one.head()))
                .with("mode", verdict.mode())
                .with("metric", one.name())
                .with("gated", false)
                .with("reason", SecondaryText.moved(verdict, one) ? SecondaryText.MOVED : "");
    }

    private static Fields forks(Optional<Estimate> base, Optional<Estimate> head) {
        return new Fields().with("base_forks", JsonParts.forks(base)).with("head_forks", JsonParts.forks(head));
    }

    private static Fields budget(BudgetVerdict budget) {
        return JsonParts.budget(budget)
                .and(CsvTable.row("budget", budget.name()))
                .and(measured(budget.measured()))
                .with("metric", BudgetText.limited(budget))
                .with("verdict", StatusLabel.of(budget.status()))
                .with("severity", budget.critical() ? "critical" : "");
    }

    private static Fields law(LawVerdict law) {
        return CsvTable.law(law)
                .and(measured(law.measured()))
                .with("benchmark", law.law().name())
                .with("verdict", StatusLabel.of(law.status()));
    }

    /** A number of the head alone: its interval is of itself and not of a ratio. */
    private static Fields measured(Estimate estimate) {
        return new Fields()
                .with("gated", true)
                .with("head", estimate.value())
                .with("head_forks", estimate.forks())
                .with("warnings", CsvTable.codes(estimate.warnings().stream().map(Warning::code)));
    }
}
