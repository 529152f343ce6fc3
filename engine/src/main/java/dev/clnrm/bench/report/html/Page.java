package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeSettings;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.CompareSummary;
import dev.clnrm.bench.report.CompareView;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.RunView;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.Words;
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
        Optional<CompareView> compared,
        Judgement promises,
        Map<CaseName, Budget> promised,
        Facts facts,
        Sampled sampled) {
    Page {
        promised = Collections.unmodifiableMap(new LinkedHashMap<>(promised));
    }

    static Page of(String title, RunView view, Sampled sampled) {
        return new Page(
                Inert.name(title),
                Summary.sign(view.judgement()),
                Summary.sentence(view.judgement()),
                Optional.empty(),
                view.judgement(),
                view.promised(),
                Facts.of(view),
                sampled);
    }

    static Page of(CompareView view, Sampled sampled) {
        ChangeJudgement judgement = view.judgement();
        return new Page(
                Inert.name(view.facts().base().label()) + " → "
                        + Inert.name(view.facts().head().label()),
                StatusLabel.of(judgement.result()),
                CompareSummary.sentence(view),
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
                .orElseGet(() -> Words.again(List.of(name), Optional.empty()));
    }

    /** Below which evidence proves something. */
    double level() {
        return compared.map(view -> view.judgement().settings().level()).orElse(ChangeSettings.LEVEL);
    }
}
