package dev.clnrm.bench.report;

import static dev.clnrm.bench.report.MarkdownFormat.markup;

import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What qualifies a report: what is said of the whole, what is said of cases, those of a kind together, and notes. */
final class Warnings {
    private static final int NAMES = 4;

    /** A blank at which no line is broken. */
    private static final char UNBROKEN = '\u00a0';

    private final int cases;
    private final List<String> notes;
    private final List<String> ofTheWhole = new ArrayList<>();
    private final Map<String, List<Subject>> kinds = new LinkedHashMap<>();

    private Warnings(int cases, List<String> notes) {
        this.cases = cases;
        this.notes = notes;
    }

    /**
     * Whom a warning is about.
     *
     * @param name the case or law
     * @param detail what is said of it alone
     */
    private record Subject(Object name, Optional<String> detail) {
        String further() {
            return detail.map(text -> " (" + text + ")").orElse("");
        }
    }

    static Warnings of(Report view) {
        Warnings all = new Warnings(
                view.change()
                        .map(change -> change.census().cases())
                        .orElse(view.promises().census().cases()),
                view.facts().notes());
        if (view.change().isPresent()) {
            all.ofChanges(view.compared());
        } else {
            all.ofCases(view.promises());
        }
        return all;
    }

    private void ofCases(Judgement judgement) {
        for (Measurement measurement : judgement.measurements()) {
            add("", measurement.name(), measurement.warnings());
            add("", measurement.name(), measurement.time().warnings());
            add("", measurement.name(), measurement.floor().warnings());
            List<Warning> allocation = new ArrayList<>(measurement.allocation().warnings());
            allocation.removeAll(measurement.time().warnings());
            add("allocation: ", measurement.name(), allocation);
        }
        judgement.budgets().stream()
                .filter(budget -> budget.percentile().isPresent())
                .forEach(budget -> add("", budget.name(), budget.measured().warnings()));
        judgement
                .laws()
                .forEach(law -> add("law: ", law.law().name(), law.measured().warnings()));
    }

    private void ofChanges(ChangeJudgement judgement) {
        judgement.caveats().stream()
                .filter(caveat -> !(caveat instanceof Caveat.Unlike unlike) || unlike.allowed())
                .map(caveat -> Inert.sentence(Words.of(caveat)))
                .forEach(ofTheWhole::add);
        judgement
                .verdicts()
                .forEach(verdict -> verdict.comparison().map(Comparison::warnings).orElse(List.of()).stream()
                        .map(Words::general)
                        .forEach(kind -> add(kind, new Subject(verdict.name(), Optional.empty()))));
        judgement.verdicts().stream()
                .filter(verdict ->
                        verdict.finding() == Finding.OK && !verdict.reasons().isEmpty())
                .forEach(verdict -> add(
                        "ok by the fast end of the forks, but the mean of all iterations is slower by the margin or more",
                        new Subject(verdict.name(), Optional.empty())));
    }

    private void add(String prefix, Object name, List<Warning> warnings) {
        warnings.forEach(warning -> add(prefix + Words.general(warning), new Subject(name, Words.detail(warning))));
    }

    private void add(String kind, Subject subject) {
        List<Subject> subjects = kinds.computeIfAbsent(kind, key -> new ArrayList<>());
        if (!subjects.contains(subject)) {
            subjects.add(subject);
        }
    }

    /** For a terminal. */
    String render(Style style) {
        StringBuilder out = new StringBuilder();
        ofTheWhole.forEach(text -> out.append(style.hung("", Role.CARE, "warning:", text)));
        kinds.forEach((kind, subjects) -> {
            int count = subjects.size();
            boolean everyCase = count > 1 && count == cases;
            String about = everyCase ? " (all " + cases + " cases)" : count == 1 ? "" : " (" + count + " cases)";
            out.append(style.hung("", Role.CARE, "warning:", kind + about));
            if (!everyCase) {
                List<String> names = subjects.stream()
                        .map(one -> (Inert.name(one.name) + one.further()).replace(' ', UNBROKEN))
                        .toList();
                out.append(style.hung("", Role.PLAIN, "        ", Lists.some(names, NAMES))
                        .replace(UNBROKEN, ' '));
            }
        });
        notes.forEach(note -> out.append(style.hung("", Role.HELP, "note:", Inert.sentence(note))));
        return out.toString();
    }

    /** For a template: one line each. */
    List<Object> data() {
        List<Object> lines = new ArrayList<>();
        ofTheWhole.forEach(text -> lines.add(markup(MarkdownText.code(text))));
        kinds.forEach((kind, subjects) -> {
            List<String> names = subjects.stream()
                    .map(one -> MarkdownText.name(one.name) + one.further())
                    .toList();
            lines.add(markup(kind + ": " + Lists.some(names, NAMES)));
        });
        lines.addAll(notes);
        return lines;
    }
}
