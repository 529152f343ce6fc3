package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.stats.Warning;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.report.CompareTable;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Numbers;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a page says of one case, without its forks. Numbers are in base units and rounded for drawing; what people read of them is text made
 * here.
 *
 * @param json where to
 * @param row the case
 * @param spreadOfBase what all cases of the base say about spread
 * @param confidence of intervals
 * @param level below which evidence proves something
 * @param again the command that shows it again
 */
record CaseJson(JsonGenerator json, Row row, Spreads spreadOfBase, double confidence, double level, String again) {
    void write() throws IOException {
        json.writeStartObject();
        json.writeStringField("suite", Inert.name(row.name().suite()));
        json.writeStringField(
                "name",
                Inert.name(row.name().toString().substring(row.name().suite().length() + 1)));
        ScriptJson.text(json, "label", row.budget().label().map(Inert::sentence));
        ScriptJson.text(json, "category", row.budget().category().map(Inert::sentence));
        ScriptJson.text(json, "because", row.budget().because().map(Inert::sentence));
        ScriptJson.text(json, "owner", row.budget().owner().map(Inert::sentence));
        ScriptJson.text(json, "mode", row.mode().map(mode -> mode.jmhName()));
        json.writeNumberField("rank", row.rank());
        json.writeArrayFieldStart("signs");
        for (StatusLabel sign : row.signs()) {
            sign(json, sign);
        }
        json.writeEndArray();
        side(
                "base",
                row.base(),
                row.base().map(samples -> ForkLevel.time(samples, spreadOfBase, confidence)),
                row.base().map(samples -> ForkLevel.allocation(samples, confidence)));
        side(
                "head",
                row.head(),
                row.measured().map(Measurement::time),
                row.measured().map(Measurement::allocation));
        changes();
        secondary();
        budgets();
        failed();
        List<Warning> warnings =
                new ArrayList<>(row.measured().map(Measurement::warnings).orElse(List.of()));
        row.changes().forEach(change -> change.comparison().ifPresent(both -> warnings.addAll(both.warnings())));
        ScriptJson.texts(json, "warnings", Facts.words(warnings));
        ScriptJson.text(
                json, "spread", row.measured().flatMap(Measurement::spread).map(Numbers::percent));
        json.writeStringField("again", again);
        json.writeEndObject();
    }

    static void sign(JsonGenerator json, StatusLabel sign) throws IOException {
        json.writeStartArray();
        json.writeString(sign.code());
        json.writeString(sign.word());
        json.writeString(sign.symbol());
        json.writeString(sign.role().name().toLowerCase(Locale.ROOT));
        json.writeEndArray();
    }

    private void side(String key, Optional<CaseSamples> samples, Optional<Estimate> time, Optional<Estimate> allocation)
            throws IOException {
        if (samples.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart(key);
        json.writeNumberField("forks", samples.get().finished().size());
        json.writeNumberField("threads", samples.get().forks().get(0).samples().threads());
        BudgetJson.estimate(json, "time", Metric.TIME, time);
        BudgetJson.estimate(json, "allocation", Metric.ALLOCATION, allocation);
        json.writeEndObject();
    }

    private void changes() throws IOException {
        json.writeArrayFieldStart("changes");
        for (ChangeVerdict change : row.changes()) {
            change(change);
        }
        json.writeEndArray();
    }

    private void change(ChangeVerdict change) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", Words.of(change.metric()));
        json.writeStringField("finding", Words.of(change.finding()));
        ScriptJson.text(json, "severity", change.severity().map(Words::of));
        Optional<Interval> ratio = change.change();
        if (ratio.isPresent()) {
            json.writeFieldName("ratio");
            ScriptJson.estimate(json, ratio.get().estimate(), ratio);
            json.writeStringField("text", CompareTable.ratio(change));
            json.writeStringField("range", CompareTable.interval(change));
        }
        ScriptJson.drawn(json, "tolerance", Optional.of(change.limits().tolerance()));
        json.writeStringField("toleranceText", tolerance(change.limits().tolerance()));
        ScriptJson.drawn(json, "margin", Optional.of(change.limits().margin()));
        json.writeStringField("marginText", margin(change.limits().margin()));
        if (change.metric() == Metric.TIME) {
            json.writeArrayFieldStart("thresholds");
            for (Severity severity : List.of(Severity.WARNING, Severity.CRITICAL, Severity.ALERT)) {
                ScriptJson.drawn(json, change.rule().threshold(severity));
            }
            json.writeEndArray();
        }
        Optional<Evidence> evidence = change.evidence();
        ScriptJson.text(
                json,
                "evidence",
                evidence.map(one -> Numbers.probability(one.adjusted(), level) + " adjusted, "
                        + Numbers.probability(one.p()) + " alone, by " + Words.iterations(one.look())));
        ScriptJson.text(
                json,
                "detectable",
                change.comparison()
                        .flatMap(Comparison::precision)
                        .map(Comparison.Precision::detectable)
                        .filter(Double::isFinite)
                        .map(Numbers::percent));
        if (change.forksToDecide().isPresent()) {
            json.writeNumberField("forksToDecide", change.forksToDecide().get());
        }
        ScriptJson.texts(
                json, "reasons", change.reasons().stream().map(Inert::sentence).toList());
        ScriptJson.text(json, "rule", change.rule().place().map(Place::toLine).map(Inert::sentence));
        ScriptJson.text(
                json,
                "waiver",
                change.waiver()
                        .map(waived -> Inert.sentence("until " + waived.until() + ": " + waived.because() + " ("
                                + waived.place().toLine() + ")")));
        json.writeEndObject();
    }

    private static String margin(double share) {
        return Double.isFinite(share) ? "+" + Numbers.percent(share) : "any";
    }

    private static String tolerance(double share) {
        return Double.isFinite(share) ? "±" + Numbers.percent(share) : "any";
    }

    /** What JMH measured beside the time, as text: name, base, head, change, its interval, and what is said of it. */
    private void secondary() throws IOException {
        List<Secondary> shown = SecondaryText.shown(row.secondary());
        ScriptJson.text(json, "about", Optional.of(Words.of(row.secondary())).filter(about -> !about.isEmpty()));
        if (shown.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("secondary");
        for (Secondary one : shown) {
            json.writeStartArray();
            json.writeString(Inert.name(one.name()));
            if (row.compared()) {
                json.writeString(SecondaryText.amount(one, one.base()));
            }
            json.writeString(SecondaryText.amount(one, one.head()));
            if (row.compared()) {
                json.writeString(SecondaryText.change(one));
                json.writeString(SecondaryText.range(one));
                boolean moved = row.change(Metric.TIME)
                        .filter(verdict -> SecondaryText.moved(verdict, one))
                        .isPresent();
                json.writeString(moved ? SecondaryText.MOVED : "");
            } else {
                json.writeString(one.head()
                        .flatMap(Estimate::interval)
                        .map(Numbers::precision)
                        .orElse(""));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void budgets() throws IOException {
        json.writeArrayFieldStart("budgets");
        for (BudgetVerdict budget : row.budgets()) {
            BudgetJson.write(json, budget);
        }
        json.writeEndArray();
    }

    private void failed() throws IOException {
        if (row.failed().isEmpty()) {
            return;
        }
        FailedCase failed = row.failed().get();
        json.writeObjectFieldStart("failed");
        json.writeNumberField("forks", failed.failed());
        json.writeNumberField("of", failed.of());
        Optional<Outcome.Failed> how = failed.how();
        ScriptJson.text(json, "cause", how.map(one -> Words.of(one.cause())));
        ScriptJson.text(json, "message", how.map(one -> Inert.sentence(one.message())));
        ScriptJson.text(json, "log", how.flatMap(Outcome.Failed::log).map(Inert::sentence));
        ScriptJson.texts(
                json,
                "lastLines",
                how.map(one -> one.lastLines().stream().map(Inert::printed).toList())
                        .orElse(List.of()));
        json.writeEndObject();
    }
}
