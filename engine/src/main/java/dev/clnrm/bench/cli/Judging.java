package dev.clnrm.bench.cli;

import dev.clnrm.bench.declare.DeclarationException;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.render.CompareView;
import dev.clnrm.bench.render.Cost;
import dev.clnrm.bench.render.RunFacts;
import dev.clnrm.bench.render.RunView;
import dev.clnrm.bench.render.Templates;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.verdict.ChangeJudgement;
import dev.clnrm.bench.verdict.ChangeVerdict;
import dev.clnrm.bench.verdict.Finding;
import dev.clnrm.bench.verdict.Judgement;
import dev.clnrm.bench.verdict.Settings;
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

/**
 * Judges a run that was kept as it was judged when it was measured.
 *
 * @param run the run
 * @param rules what it is held to
 * @param today the day by which waivers expire
 */
record Judging(Kept run, Judged.Rules rules, LocalDate today) {
    Judged judged(Optional<Pair> sides) throws DeclarationException {
        return sides.isPresent()
                ? compared(
                        run.ordered(sides.get().base()), run.ordered(sides.get().head()))
                : alone();
    }

    private Judged compared(Side base, Side head) throws DeclarationException {
        Set<CaseName> known = new LinkedHashSet<>(run.planned());
        base.cases().forEach(one -> known.add(one.samples().name()));
        Expectations expected = Expectations.of(rules.budgets(), run.promised(), known, run.planned(), today);
        ChangeOptions options = new ChangeOptions();
        options.failOn = rules.failOn().isPresent() ? rules.failOn().get() : null;
        Changes changes = new Changes(base, head, expected, options, rules.failOnInconclusive());
        ChangeJudgement judgement = ChangeJudgement.of(
                base, head, promises(expected), changes.settings().measuredTogether(run.looks(), run.same()));
        CompareView view = changes.view(judgement, again(), notes(), Optional.of(cost(base, head)));
        return new Judged(
                word(judgement.result()),
                judgement.exit(),
                Ranks.of(judgement.result()),
                known.size(),
                found(judgement, Finding.REGRESSED),
                found(judgement, Finding.IMPROVED),
                Breaches.of(judgement),
                new Texts.Compared(view, Templates.own()));
    }

    private Judged alone() throws DeclarationException {
        Set<CaseName> planned = run.planned();
        Expectations expected = Expectations.of(rules.budgets(), run.promised(), planned, planned, today);
        Judgement judgement = promises(expected);
        Side head = Sources.side(run.info(), run.records(), ForkRecord.HEAD);
        RunFacts facts = new RunFacts(
                joined(head.cases().stream().flatMap(one -> one.conditions().host().stream())),
                joined(head.cases().stream().flatMap(one -> one.conditions().jdk().stream())),
                run.seed(),
                run.seconds(),
                forks(head),
                0,
                Optional.empty(),
                notes());
        return new Judged(
                word(judgement.result()),
                judgement.exit(),
                Ranks.of(judgement.result()),
                planned.size(),
                0,
                0,
                Breaches.of(judgement),
                new Texts.Alone(new RunView(judgement, budgets(expected), facts), word(judgement.result())));
    }

    /** The head against its budgets and laws. */
    private Judgement promises(Expectations expected) {
        Map<CaseName, CaseSamples> samples = run.samples();
        Settings settings = Settings.DEFAULT
                .withConfidence(expected.confidence())
                .withFailOnUndecided(rules.failOnInconclusive())
                .withCutShort(run.cutShort());
        return Judgement.of(samples, budgets(expected), expected.laws(), settings);
    }

    private Map<CaseName, Budget> budgets(Expectations expected) {
        Map<CaseName, Budget> budgets = new LinkedHashMap<>();
        run.planned().forEach(name -> budgets.put(name, expected.budgets().getOrDefault(name, Budget.NONE)));
        return budgets;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(rules.notes());
        notes.addAll(run.notes());
        return notes;
    }

    private List<String> again() {
        String base = Sources.commit(run.info(), ForkRecord.BASE).orElse("");
        String head = Sources.commit(run.info(), ForkRecord.HEAD).orElse("");
        List<String> words = new ArrayList<>(List.of("clnrm-bench"));
        words.addAll(
                base.isEmpty() || head.isEmpty() ? List.of("check") : List.of("compare", brief(base), brief(head)));
        return words;
    }

    private static String brief(String commit) {
        return commit.substring(0, Math.min(7, commit.length()));
    }

    private Cost cost(Side base, Side head) {
        int most = run.mostForks();
        long early = head.cases().stream()
                .filter(one -> one.samples().finished().size() < most)
                .count();
        return new Cost(
                run.seed(),
                run.seconds(),
                forks(base),
                forks(head),
                most,
                (int) early,
                run.same().size(),
                run.lines("replaced"),
                Optional.empty());
    }

    private static int forks(Side side) {
        return side.cases().stream()
                .map(Measured::samples)
                .mapToInt(one -> one.finished().size())
                .sum();
    }

    private static Optional<String> joined(Stream<String> words) {
        String text = words.distinct().collect(Collectors.joining(" and "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static long found(ChangeJudgement judgement, Finding finding) {
        return judgement.verdicts().stream()
                .filter(verdict -> verdict.finding() == finding)
                .map(ChangeVerdict::name)
                .distinct()
                .count();
    }

    private static String word(Enum<?> result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
