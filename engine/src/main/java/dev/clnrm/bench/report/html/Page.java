package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeSettings;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Summary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a page shows, of one side or two.
 *
 * @param title what was measured or compared
 * @param sign how it stands
 * @param sentence what was found
 * @param compared the comparison; absent with one side
 * @param promises the head against its budgets and laws
 * @param promised the budgets of cases
 * @param facts how it was measured
 * @param sampled forks and history
 */
record Page(
        String title,
        StatusLabel sign,
        String sentence,
        Optional<Report> compared,
        Judgement promises,
        Map<CaseName, Budget> promised,
        Facts facts,
        Sampled sampled) {
    Page {
        promised = Collections.unmodifiableMap(new LinkedHashMap<>(promised));
    }

    static Page of(String title, Report view, Sampled sampled) {
        return new Page(
                Inert.name(title),
                Summary.sign(view),
                Summary.sentence(view),
                Optional.empty(),
                view.promises(),
                view.promised(),
                Facts.of(view),
                sampled);
    }

    static Page of(Report view, Sampled sampled) {
        ChangeJudgement judgement = view.compared();
        return new Page(
                Inert.name(view.facts().base().orElseThrow().label()) + " → "
                        + Inert.name(view.facts().head().label()),
                StatusLabel.of(judgement.result()),
                Summary.sentence(view),
                Optional.of(view),
                judgement.promises(),
                view.promised(),
                Facts.of(view),
                sampled);
    }

    /** The command that measures a case again. */
    String again(CaseName name) {
        return compared.filter(view -> !view.facts().command().isEmpty())
                .map(view -> view.again(name))
                .orElseGet(() -> CommandText.again(List.of(name), Optional.empty()));
    }

    /** Below which evidence proves something. */
    double level() {
        return compared.map(view -> view.compared().settings().level()).orElse(ChangeSettings.LEVEL);
    }
}
