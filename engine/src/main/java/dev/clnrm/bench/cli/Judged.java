package dev.clnrm.bench.cli;

import dev.clnrm.bench.declare.BudgetsFile;
import dev.clnrm.bench.declare.DeclarationException;
import dev.clnrm.bench.declare.FailOn;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.publish.github.Breach;
import dev.clnrm.bench.render.CompareReport;
import dev.clnrm.bench.render.CompareView;
import dev.clnrm.bench.render.Format;
import dev.clnrm.bench.render.Inert;
import dev.clnrm.bench.render.Report;
import dev.clnrm.bench.render.RunFacts;
import dev.clnrm.bench.render.RunView;
import dev.clnrm.bench.render.Style;
import dev.clnrm.bench.render.Words;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.verdict.ChangeJudgement;
import dev.clnrm.bench.verdict.ChangeVerdict;
import dev.clnrm.bench.verdict.Finding;
import dev.clnrm.bench.verdict.Judgement;
import dev.clnrm.bench.verdict.Settings;
import dev.clnrm.bench.verdict.Status;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run that was kept, judged from its samples.
 *
 * @param status the verdict in one word
 * @param exit the exit status
 * @param rank how bad it is, from 0
 * @param cases how many cases were measured
 * @param regressed how many are proven slower or to allocate more
 * @param improved how many are proven better
 * @param breaches the rules that were broken
 * @param markdown all of it for GitHub
 * @param json all of it for programs
 */
public record Judged(
        String status,
        int exit,
        int rank,
        long cases,
        long regressed,
        long improved,
        List<Breach> breaches,
        String markdown,
        String json) {
    public Judged {
        breaches = List.copyOf(breaches);
    }

    /**
     * What a run is held to, and how.
     *
     * @param budgets the file, whoever's it is
     * @param failOn what fails; what the file says where nothing is said
     * @param failOnInconclusive whether what is undecided fails
     * @param notes what the reader is told beside it
     */
    public record Rules(BudgetsFile budgets, Optional<FailOn> failOn, boolean failOnInconclusive, List<String> notes) {
        public Rules {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Judges a run folder, of one side or two.
     *
     * @throws DeclarationException if the file has a waiver that expired
     */
    public static Judged of(Path run, Rules rules, LocalDate today) throws DeclarationException {
        KeptRun kept = KeptRun.read(run);
        Optional<Pair> sides = kept.sides();
        return sides.isPresent()
                ? compared(sides.get(), kept, rules, today)
                : alone(kept.head(ForkRecord.HEAD), rules, today);
    }

    private static Judged compared(Pair sides, KeptRun kept, Rules rules, LocalDate today) throws DeclarationException {
        Set<CaseName> measured = names(sides.head());
        Set<CaseName> known = names(sides.base());
        known.addAll(measured);
        Expectations expected = Expectations.of(rules.budgets(), known, measured, today);
        ChangeOptions options = new ChangeOptions();
        options.failOn = orNull(rules.failOn());
        Changes changes = new Changes(sides.base(), sides.head(), expected, options, rules.failOnInconclusive());
        ChangeJudgement judgement = changes.judge(kept.looks()).withVanished(kept.vanished());
        CompareView view = changes.view(judgement, List.of("clnrm-bench", "check"), rules.notes());
        List<Breach> breaches = Stream.concat(
                        judgement.verdicts().stream()
                                .filter(judgement::fails)
                                .flatMap(verdict -> breach(verdict).stream()),
                        breaches(judgement.promises()).stream())
                .toList();
        return new Judged(
                word(judgement.result()),
                judgement.exit(),
                rank(judgement.result()),
                known.size(),
                found(judgement, Finding.REGRESSED),
                found(judgement, Finding.IMPROVED),
                breaches,
                CompareReport.of(Format.MARKDOWN, Style.PLAIN).render(view),
                CompareReport.of(Format.JSON, Style.PLAIN).render(view));
    }

    private static Judged alone(Side head, Rules rules, LocalDate today) throws DeclarationException {
        Set<CaseName> names = names(head);
        Expectations expected = Expectations.of(rules.budgets(), names, names, today);
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        names.forEach(name -> budgets.put(name, expected.budgets().getOrDefault(name, Budget.NONE)));
        Judgement judgement = Judgement.of(
                head.cases().stream()
                        .map(Measured::samples)
                        .collect(Collectors.toMap(
                                samples -> samples.name(), samples -> samples, (a, b) -> a, LinkedHashMap::new)),
                budgets,
                expected.laws(),
                Settings.DEFAULT.withConfidence(expected.confidence()).withFailOnUndecided(rules.failOnInconclusive()));
        RunFacts facts = new RunFacts(
                joined(head.cases().stream().flatMap(one -> one.conditions().host().stream())),
                joined(head.cases().stream().flatMap(one -> one.conditions().jdk().stream())),
                0,
                0,
                head.cases().stream()
                        .mapToInt(one -> one.samples().forks().size())
                        .sum(),
                0,
                Optional.empty(),
                rules.notes());
        RunView view = new RunView(judgement, budgets, facts);
        return new Judged(
                word(judgement.result()),
                judgement.exit(),
                rank(judgement.result()),
                names.size(),
                0,
                0,
                breaches(judgement),
                Report.of(Format.MARKDOWN, Style.PLAIN).render(view),
                Report.of(Format.JSON, Style.PLAIN).render(view));
    }

    private static Optional<String> joined(Stream<String> words) {
        String text = words.distinct().collect(Collectors.joining(" and "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Set<CaseName> names(Side side) {
        return side.cases().stream()
                .map(one -> one.samples().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static @Nullable FailOn orNull(Optional<FailOn> failOn) {
        return failOn.isPresent() ? failOn.get() : null;
    }

    private static long found(ChangeJudgement judgement, Finding finding) {
        return judgement.verdicts().stream()
                .filter(verdict -> verdict.finding() == finding)
                .map(ChangeVerdict::name)
                .distinct()
                .count();
    }

    private static Optional<Breach> breach(ChangeVerdict verdict) {
        return at(
                verdict.rule().place(),
                "regressed: " + Words.of(verdict.metric()),
                Inert.name(verdict.name()) + " is proven worse in " + Words.of(verdict.metric()));
    }

    private static List<Breach> breaches(Judgement judgement) {
        List<Breach> breaches = new ArrayList<>();
        judgement.budgets().stream()
                .filter(budget -> budget.status() == Status.FAIL)
                .forEach(budget -> at(
                                Optional.of(budget.rule()),
                                "over budget: " + Words.of(budget.metric()),
                                Inert.name(budget.name()) + " is proven to be above its budget")
                        .ifPresent(breaches::add));
        return breaches;
    }

    private static Optional<Breach> at(Optional<Place> place, String title, String message) {
        return place.filter(where -> where.line() > 0 && !where.file().isEmpty())
                .map(where -> new Breach(where.file(), where.line(), title, message));
    }

    private static String word(Enum<?> result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int rank(ChangeJudgement.Result result) {
        return switch (result) {
            case UNCHANGED, IMPROVED -> 0;
            case INCONCLUSIVE -> 1;
            case WARNING -> 2;
            case COULD_NOT_MEASURE -> 3;
            case OVER_BUDGET -> 4;
            case REGRESSED -> 5;
        };
    }

    private static int rank(Judgement.Result result) {
        return switch (result) {
            case WITHIN_BUDGET -> 0;
            case INCONCLUSIVE -> 1;
            case COULD_NOT_MEASURE -> 3;
            case OVER_BUDGET -> 4;
        };
    }
}
