package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.Confidences;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * What a page shows, of one side or two.
 *
 * @param report the judgement
 * @param sampled the samples
 */
record Page(Report report, Sampled sampled) {
    /** The report, if it has two sides. */
    Optional<Report> compared() {
        return Optional.of(report).filter(one -> one.change().isPresent());
    }

    /** The head, or the only side, against its budgets and laws. */
    Judgement promises() {
        return report.promises();
    }

    /** The command that measures a case again. */
    String again(CaseName name) {
        return compared()
                .filter(one -> !one.facts().command().isEmpty())
                .map(one -> one.again(name))
                .orElseGet(() -> CommandText.again(List.of(name), Optional.empty()));
    }

    /** The level of significance. */
    double level() {
        return report.change().map(change -> change.rules().level()).orElse(1 - Confidences.USUAL);
    }
}
