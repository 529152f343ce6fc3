package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.profile.ProfileKind;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Precision;
import dev.clnrm.bench.stats.Secondary;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A judgement of one side or of two, with the facts about the measurement. Every format renders exactly this.
 *
 * @param promises the verdicts on the budgets and laws of the head, or the only side
 * @param change the head against the base; empty with one side
 * @param promised every case with its budget, in the order declared: the source of labels, categories and reasons
 * @param facts how it was measured
 * @param explanations what grew in the cases that were called slower, if they were profiled
 */
public record Report(
        HeadJudgement promises,
        Optional<ChangeJudgement> change,
        Map<CaseName, Budget> promised,
        RunFacts facts,
        List<Explanation> explanations) {
    /** The most moved results that fit into a sentence. */
    private static final int MOST_MOVED = 3;

    public Report {
        promised = Collections.unmodifiableMap(new LinkedHashMap<>(promised));
        explanations = List.copyOf(explanations);
    }

    /**
     * The report of a judged run.
     *
     * @param unmatched rules of its file that match no case
     */
    public static Report of(Judgement judged, List<Caveat.NoSuchCase> unmatched, RunFacts facts) {
        RunFacts noted = judged.change().isPresent()
                ? facts
                : facts.noting(unmatched.stream().map(Words::of).toList());
        return new Report(judged.head(), judged.with(unmatched).change(), judged.budgets(), noted, List.of());
    }

    public Report with(RunFacts others) {
        return new Report(promises, change, promised, others, explanations);
    }

    public Report noting(List<String> notes) {
        return notes.isEmpty() ? this : with(facts.noting(notes));
    }

    /** The same with what grew in the cases that were called slower. */
    public Report explained(List<Explanation> found) {
        return new Report(promises, change, promised, facts, found);
    }

    /** What grew in a case that was called slower; empty if it was not profiled. */
    public Optional<Explanation> explanation(ChangeVerdict verdict) {
        return explanations.stream()
                .filter(one -> one.name().equals(verdict.name().toString()))
                .filter(one -> (one.kind() == ProfileKind.ALLOCATION) == (verdict.metric() == Metric.ALLOCATION))
                .findFirst();
    }

    public int exit() {
        return change.map(ChangeJudgement::exit).orElseGet(promises::exit);
    }

    /** The head against the base; only for a report with two sides. */
    public ChangeJudgement compared() {
        return change.orElseThrow();
    }

    /** Every case, in the order declared; cases that were measured but not declared come last. */
    public List<CaseView> cases() {
        Map<CaseName, Measurement> measured =
                promises.measurements().stream().collect(Collectors.toMap(Measurement::name, Function.identity()));
        Map<CaseName, List<BudgetVerdict>> verdicts =
                promises.budgets().stream().collect(Collectors.groupingBy(BudgetVerdict::name));
        Map<CaseName, FailedCase> failed =
                promises.failed().stream().collect(Collectors.toMap(FailedCase::name, Function.identity()));
        Set<CaseName> names = new LinkedHashSet<>(promised.keySet());
        promises.measurements().forEach(m -> names.add(m.name()));
        promises.budgets().forEach(b -> names.add(b.name()));
        promises.failed().forEach(f -> names.add(f.name()));
        return names.stream()
                .map(name -> new CaseView(
                        name,
                        budget(name),
                        Optional.ofNullable(measured.get(name)),
                        verdicts.getOrDefault(name, List.of()),
                        Optional.ofNullable(failed.get(name))))
                .toList();
    }

    /** The budget of a case; an empty budget if none was declared. */
    public Budget budget(CaseName name) {
        return promised.getOrDefault(name, Budget.NONE);
    }

    /** The differences between the sides that prevent a judgement. */
    public static List<Caveat.Unlike> forbidding(List<Caveat> caveats) {
        return caveats.stream()
                .filter(Caveat.Unlike.class::isInstance)
                .map(Caveat.Unlike.class::cast)
                .filter(unlike -> !unlike.allowed())
                .toList();
    }

    public List<ChangeVerdict> verdicts() {
        return change.map(ChangeJudgement::verdicts).orElse(List.of());
    }

    /** The verdicts on changes that match, in the order given. */
    public List<ChangeVerdict> only(Predicate<ChangeVerdict> wanted) {
        return verdicts().stream().filter(wanted).toList();
    }

    /** The verdicts with this finding, in the order given. */
    public List<ChangeVerdict> found(Finding finding) {
        return only(verdict -> verdict.finding() == finding);
    }

    /** The verdicts on times with this finding. */
    List<ChangeVerdict> times(Finding finding) {
        return only(v -> v.metric() == Metric.TIME && v.finding() == finding);
    }

    /** The verdicts on allocations with this finding. */
    List<ChangeVerdict> allocations(Finding finding) {
        return only(v -> v.metric() == Metric.ALLOCATION && v.finding() == finding);
    }

    /** The status of a verdict. A result that is unknown because the case failed has the status failed. */
    public StatusLabel sign(ChangeVerdict verdict) {
        return failure(verdict)
                .map(Words::of)
                .orElseGet(() -> StatusLabel.of(verdict, compared().fails(verdict)));
    }

    /** The failure that makes a verdict unknown; empty if enough forks finished. */
    public Optional<FailedCase> failure(ChangeVerdict verdict) {
        boolean unknown = verdict.finding() == Finding.FAILED
                || verdict.finding() == Finding.INCONCLUSIVE
                || (verdict.finding() == Finding.NEW
                        && verdict.head().flatMap(Estimate::value).isEmpty());
        return unknown && !verdict.judged()
                ? promises.failed().stream()
                        .filter(failed -> failed.name().equals(verdict.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** The cases with failed forks; the only side counts as the head. */
    public List<CaseFailure> failures() {
        return change.map(ChangeJudgement::failures).orElseGet(() -> promises.failed().stream()
                .flatMap(failed -> failed.how().stream()
                        .map(how -> new CaseFailure.OnSide(how, failed.failed(), failed.of()))
                        .map(side -> new CaseFailure(failed.name(), Optional.empty(), Optional.of(side))))
                .toList());
    }

    /** The cases of the head, or the only side, for which no fork was started. */
    public List<FailedCase> notRun() {
        return promises.failed().stream()
                .filter(failed -> failed.how().isEmpty())
                .toList();
    }

    /** The secondary results of a case that people see. */
    public List<Secondary> beside(ChangeVerdict verdict) {
        return SecondaryText.shown(compared().secondary(verdict));
    }

    /** The secondary results to show for each of these cases: all of them if there are few, else only those that moved. */
    public Function<ChangeVerdict, List<Secondary>> besideOf(List<ChangeVerdict> some) {
        long rows = some.stream().mapToLong(verdict -> beside(verdict).size()).sum();
        return rows <= SecondaryText.MOST_ROWS ? this::beside : this::moved;
    }

    /** The secondary results of a case that moved; they are not judged. */
    public List<Secondary> moved(ChangeVerdict verdict) {
        return beside(verdict).stream()
                .filter(one -> SecondaryText.moved(verdict, one))
                .toList();
    }

    /**
     * A secondary result that moved.
     *
     * @param verdict the verdict on the time
     * @param one the result
     */
    public record Moved(ChangeVerdict verdict, Secondary one) {
        private double far() {
            return Math.abs(Math.log(one.change().orElse(1.0)));
        }
    }

    /** The secondary results that moved, the largest change first. They are not judged, so the report must show them. */
    public List<Moved> moved() {
        return verdicts().stream()
                .flatMap(verdict -> moved(verdict).stream().map(one -> new Moved(verdict, one)))
                .sorted(Comparator.comparingDouble(Moved::far).reversed())
                .toList();
    }

    /** The same as a sentence: {@code moved, not judged: p99.9 of queues/latency +140 %}; empty if nothing moved. */
    public Optional<String> movedWords() {
        List<String> words = moved().stream()
                .map(moved -> Inert.name(moved.one.name()) + " of " + Inert.name(moved.verdict.name()) + " "
                        + SecondaryText.change(moved.one))
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(SecondaryText.MOVED + ": " + Counts.some(words, MOST_MOVED));
    }

    /** The subject of a verdict in parentheses, if it must be mentioned: {@code  (sum of group)}. */
    public String about(ChangeVerdict verdict) {
        String about = verdict.judged() ? Words.of(compared().secondary(verdict)) : "";
        return about.isEmpty() ? "" : " (" + about + ")";
    }

    /** The names that were measured in more than one mode, so that the mode must be shown. */
    public Set<CaseName> inSeveralModes() {
        Map<CaseName, Set<Mode>> modes = verdicts().stream()
                .collect(Collectors.groupingBy(
                        ChangeVerdict::name, Collectors.mapping(ChangeVerdict::mode, Collectors.toSet())));
        return modes.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The median over the cases of the smallest detectable change. */
    public Optional<Double> detectable() {
        return median(verdicts().stream()
                .filter(ChangeVerdict::judged)
                .flatMap(v -> v.comparison().stream())
                .filter(c -> c.metric() == Metric.TIME)
                .flatMap(c -> c.precision().stream())
                .map(Precision::detectable));
    }

    /** The median of the finite values, of an even number the upper one; empty if there are none. */
    static Optional<Double> median(Stream<Double> values) {
        List<Double> sorted = values.filter(Double::isFinite).sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    /** The command that repeats one case. */
    public String again(CaseName name) {
        return CommandText.line(facts.command()) + " --only " + CommandText.quoted(Inert.command(name.toString()));
    }

    /** The command that repeats the whole measurement. */
    public String again() {
        return CommandText.line(facts.again());
    }
}
