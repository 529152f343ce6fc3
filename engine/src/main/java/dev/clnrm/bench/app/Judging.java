package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.Settings;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a run that was kept as it was judged when it was measured.
 *
 * @param kept the run
 * @param rules what it is held to
 * @param today the day by which waivers expire
 */
record Judging(StoredRun kept, Judged.Rules rules, LocalDate today) {
    Judged judged() throws DeclarationException {
        Optional<Pair> sides = kept.sides();
        return sides.isPresent() ? compared(sides.get()) : alone();
    }

    /** The head against its budgets and laws, whether or not there is a base. */
    Judgement head() throws DeclarationException {
        return promises(Held.of(kept, Optional.empty(), rules, today));
    }

    private Judged compared(Pair sides) throws DeclarationException {
        Side base = sides.base();
        Side head = sides.head();
        Held held = Held.of(kept, Optional.of(sides), rules, today);
        Set<CaseName> known = new LinkedHashSet<>(held.budgets().keySet());
        base.cases().forEach(one -> known.add(one.samples().name()));
        Strictness strictness = new Strictness(rules.failOn(), held.unlike(), rules.failOnInconclusive());
        Changes changes = new Changes(base, head, held.expected(), strictness);
        ChangeJudgement judgement = ChangeJudgement.of(
                        base, head, promises(held), changes.settings().measuredTogether(kept.looks(), held.sameCode()))
                .withRemoved(held.vanished())
                .with(unmatched(known));
        Report view = changes.view(judgement, again(), notes(held), Optional.of(kept.cost(sides, Optional.empty())));
        return new Judged(
                StatusLabel.of(judgement.result()).code(),
                judgement.exit(),
                Ranks.of(judgement.result()),
                known.size(),
                found(judgement, Finding.REGRESSED),
                found(judgement, Finding.IMPROVED),
                Breaches.of(judgement),
                new Texts(
                        view,
                        new Sampled(base.samples(), head.samples(), List.of()),
                        kept.manifest().id()));
    }

    private Judged alone() throws DeclarationException {
        Held held = Held.of(kept, Optional.empty(), rules, today);
        Judgement judgement = promises(held);
        Side head = kept.head(JournalEntry.HEAD);
        RunFacts facts = RunFacts.of(
                new RunFacts.Named(
                        "",
                        joined(head.cases().stream().flatMap(one -> one.conditions().host().stream())),
                        joined(head.cases().stream().flatMap(one -> one.conditions().jdk().stream()))),
                Cost.of(kept.manifest().request().seed(), kept.manifest().seconds(), forks(head), Optional.empty()),
                0,
                Stream.concat(
                                notes(held).stream(),
                                unmatched(held.budgets().keySet()).stream().map(Words::of))
                        .toList());
        return new Judged(
                Summary.sign(judgement).code(),
                judgement.exit(),
                Ranks.of(judgement.result()),
                held.budgets().size(),
                0,
                0,
                Breaches.of(judgement),
                new Texts(
                        Report.of(judgement, held.budgets(), facts),
                        new Sampled(List.of(), head.samples(), List.of()),
                        kept.manifest().id()));
    }

    /** Rules about no case, measured or not: the project's file may be newer than the run, or have a name mistyped. */
    private List<Caveat.NoSuchCase> unmatched(Set<CaseName> known) {
        Set<CaseName> all = new LinkedHashSet<>(known);
        all.addAll(Unmatched.declared(kept.rules()));
        kept.vanished().forEach(key -> all.add(key.name()));
        return Unmatched.of(rules.budgets(), all);
    }

    /** The head against its budgets and laws. */
    private Judgement promises(Held held) {
        Settings settings = held.expected()
                .settings()
                .withFailOnInconclusive(rules.failOnInconclusive())
                .withCutShort(held.unfinished())
                .withDoubts(held.doubts());
        return Judgement.of(kept.samples(), held.budgets(), held.expected().laws(), settings);
    }

    private List<String> notes(Held held) {
        List<String> notes = new ArrayList<>(held.doubts());
        notes.addAll(rules.notes());
        notes.addAll(kept.notes());
        return notes;
    }

    private List<String> again() {
        String base = kept.manifest().code().commit(JournalEntry.BASE).orElse("");
        String head = kept.manifest().code().commit(JournalEntry.HEAD).orElse("");
        List<String> words = new ArrayList<>(List.of("clnrm-bench"));
        words.addAll(
                base.isEmpty() || head.isEmpty() ? List.of("check") : List.of("compare", brief(base), brief(head)));
        return words;
    }

    private static String brief(String commit) {
        return commit.substring(0, Math.min(7, commit.length()));
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
}
