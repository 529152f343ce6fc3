package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The warnings of a report: those about the whole, those about cases, grouped by kind, and notes. */
public final class Warnings {
    /** The most names that are listed for one warning. */
    public static final int NAMES = 4;

    private final int cases;
    private final List<String> notes;
    private final List<String> ofTheWhole = new ArrayList<>();
    private final Map<String, Set<Subject>> kinds = new LinkedHashMap<>();

    private Warnings(int cases, List<String> notes) {
        this.cases = cases;
        this.notes = notes;
    }

    /**
     * The subject of a warning.
     *
     * @param name the case or law
     * @param detail the text about this subject only
     */
    public record Subject(Object name, Optional<String> detail) {
        /** The detail in parentheses. */
        public String further() {
            return detail.map(text -> " (" + text + ")").orElse("");
        }
    }

    public static Warnings of(Report view) {
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

    private void ofCases(HeadJudgement judgement) {
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
                .filter(caveat -> Report.forbidding(List.of(caveat)).isEmpty())
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
        kinds.computeIfAbsent(kind, key -> new LinkedHashSet<>()).add(subject);
    }

    /** The warnings about all cases, one clause each. */
    public List<String> ofTheWhole() {
        return ofTheWhole;
    }

    /** The warnings about some cases or laws, with these subjects. */
    public Map<String, Set<Subject>> kinds() {
        return kinds;
    }

    public boolean everyCase(Set<Subject> subjects) {
        return subjects.size() > 1 && subjects.size() == cases;
    }

    /** Further notes, one clause each. */
    public List<String> notes() {
        return notes;
    }
}
