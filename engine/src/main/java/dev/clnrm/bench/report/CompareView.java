package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A comparison as reports show it; every format renders this and nothing else.
 *
 * @param judgement the verdicts
 * @param promised the budgets of cases: labels and reasons come from here
 * @param facts what else is worth knowing
 */
public record CompareView(ChangeJudgement judgement, Map<CaseName, Budget> promised, CompareFacts facts) {
    /** As many as a sentence has room for. */
    private static final int MOST_MOVED = 3;

    public CompareView {
        promised = Collections.unmodifiableMap(new LinkedHashMap<>(promised));
    }

    /** How a verdict stands; what is not known because the case failed has failed. */
    public StatusLabel sign(ChangeVerdict verdict) {
        return failure(verdict).map(Words::of).orElseGet(() -> StatusLabel.of(verdict, judgement.fails(verdict)));
    }

    /** The failure that leaves a verdict unknown; absent where forks enough of it finished. */
    Optional<FailedCase> failure(ChangeVerdict verdict) {
        boolean unknown = verdict.finding() == Finding.FAILED
                || verdict.finding() == Finding.INCONCLUSIVE
                || (verdict.finding() == Finding.NEW
                        && verdict.head().flatMap(Estimate::value).isEmpty());
        return unknown && !verdict.judged()
                ? judgement.promises().failed().stream()
                        .filter(failed -> failed.name().equals(verdict.name()))
                        .findFirst()
                : Optional.empty();
    }

    /** What JMH measured beside the time of a case, as far as people are shown it. */
    List<Secondary> beside(ChangeVerdict verdict) {
        return judgement.secondary().isEmpty() ? List.of() : SecondaryText.shown(judgement.secondary(verdict));
    }

    /** What moved beside the time of a case; it is not judged. */
    List<Secondary> moved(ChangeVerdict verdict) {
        return beside(verdict).stream()
                .filter(one -> SecondaryText.moved(verdict, one))
                .toList();
    }

    /**
     * Something that moved beside a time.
     *
     * @param verdict on the time
     * @param one what moved
     */
    record Moved(ChangeVerdict verdict, Secondary one) {
        private double far() {
            return Math.abs(Math.log(one.change().orElse(1.0)));
        }
    }

    /** What moved beside the times, the farthest first; nobody judges it, so a reader has to see it. */
    List<Moved> moved() {
        return judgement.verdicts().stream()
                .flatMap(verdict -> moved(verdict).stream().map(one -> new Moved(verdict, one)))
                .sorted(Comparator.comparingDouble(Moved::far).reversed())
                .toList();
    }

    /** The same in words: {@code moved, not judged: p99.9 of queues/latency +140 %}; empty where nothing did. */
    public Optional<String> movedWords() {
        List<String> words = moved().stream()
                .map(moved -> Inert.name(moved.one.name()) + " of " + Inert.name(moved.verdict.name()) + " "
                        + SecondaryText.change(moved.one))
                .toList();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(SecondaryText.MOVED + ": " + Lists.some(words, MOST_MOVED));
    }

    /** What is shown beside the time of each of these cases: all of it where that is little, else what moved. */
    Function<ChangeVerdict, List<Secondary>> besideOf(List<ChangeVerdict> some) {
        long rows = some.stream().mapToLong(verdict -> beside(verdict).size()).sum();
        return rows <= SecondaryText.MOST_ROWS ? this::beside : this::moved;
    }

    /** What a verdict is about, in brackets where that has to be told: {@code  (sum of group)}. */
    String about(ChangeVerdict verdict) {
        String about = verdict.judged() ? Words.of(judgement.secondary(verdict)) : "";
        return about.isEmpty() ? "" : " (" + about + ")";
    }

    /** The verdicts with this finding, in the order given. */
    List<ChangeVerdict> found(Finding finding) {
        return only(verdict -> verdict.finding() == finding);
    }

    List<ChangeVerdict> only(Predicate<ChangeVerdict> wanted) {
        return judgement.verdicts().stream().filter(wanted).toList();
    }

    /** How many cases have this finding, their times alone. */
    long cases(Finding finding) {
        return judgement.verdicts().stream()
                .filter(v -> v.metric() == Metric.TIME && v.finding() == finding)
                .count();
    }

    /** The names measured in more than one mode, which must be told. */
    Set<CaseName> inSeveralModes() {
        Map<CaseName, Mode> first = new HashMap<>();
        Set<CaseName> several = new HashSet<>();
        for (ChangeVerdict verdict : judgement.verdicts()) {
            Mode other = first.putIfAbsent(verdict.name(), verdict.mode());
            if (other != null && other != verdict.mode()) {
                several.add(verdict.name());
            }
        }
        return several;
    }

    /** What the head is held to by itself, as a run is shown. */
    RunView head() {
        RunFacts none = new RunFacts(Optional.empty(), Optional.empty(), 0, 0, 0, 0, Optional.empty(), List.of());
        return new RunView(judgement.promises(), promised, none);
    }

    /** The median over the cases of the smallest change that would have been seen. */
    public Optional<Double> detectable() {
        List<Double> sorted = judgement.verdicts().stream()
                .filter(ChangeVerdict::judged)
                .flatMap(v -> v.comparison().stream())
                .filter(c -> c.metric() == Metric.TIME)
                .flatMap(c -> c.precision().stream())
                .map(Comparison.Precision::detectable)
                .filter(Double::isFinite)
                .sorted()
                .toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    /** The command that shows one case again. */
    public String again(CaseName name) {
        return again() + " --only " + CommandText.quoted(Inert.command(name.toString()));
    }

    /** The command that shows all of it again. */
    String again() {
        return facts.command().stream().map(Inert::command).map(CommandText::quoted).collect(Collectors.joining(" "));
    }
}
