package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetRule;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.CasePattern;
import dev.clnrm.bench.config.LawRule;
import dev.clnrm.bench.config.LawRule.Part;
import dev.clnrm.bench.config.Nearest;
import dev.clnrm.bench.config.Waiver;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds rules of a file that match no case. They are reported, so that a mistyped rule does not look like a passed one. */
public final class Unmatched {
    /**
     * The most rules for which similar names are searched. The search takes time proportional to rules times cases, and the first few
     * rules show the problem.
     */
    private static final int MOST_SUGGESTIONS = 20;

    private final Collection<CaseName> known;
    private final KnownNames names;
    private final List<Caveat.NoSuchCase> found = new ArrayList<>();

    private Unmatched(KnownNames names, Collection<CaseName> known) {
        this.names = names;
        this.known = known;
    }

    /**
     * The budgets, waivers and laws of a file that match no case. Rules for a declared suite that was not measured are not included,
     * because they may be right.
     *
     * @param known the cases of both sides, and those declared but not measured if they are known
     */
    public static List<Caveat.NoSuchCase> of(BudgetsFile file, Collection<CaseName> known) {
        Unmatched unmatched = new Unmatched(KnownNames.of(file, known), known);
        for (BudgetRule rule : file.budgets()) {
            unmatched.look("budget", rule.pattern(), rule.place());
        }
        for (Waiver waiver : file.waivers()) {
            unmatched.look("waiver", waiver.pattern(), waiver.place());
        }
        for (LawRule rule : file.laws()) {
            unmatched.look(rule);
        }
        return unmatched.found;
    }

    /** The same for a run: it knows which cases it measured, which it declared but omitted, and which the head removed. */
    public static List<Caveat.NoSuchCase> of(BudgetsFile file, RunSamples run) {
        Set<CaseName> known = run.known();
        known.addAll(declared(run.code()));
        run.turns().ifPresent(turns -> turns.removed().forEach(key -> known.add(key.name())));
        return of(file, known);
    }

    /** Every case that a run reports as declared, measured or not. */
    public static Set<CaseName> declared(DeclaredRules code) {
        Set<CaseName> names = new LinkedHashSet<>(code.cases());
        names.addAll(left(code));
        return names;
    }

    /** The cases that a run reports as declared and not measured. */
    static Set<CaseName> left(DeclaredRules code) {
        Set<CaseName> names = new LinkedHashSet<>();
        for (String left : code.left()) {
            CasePattern.parse(left).ifPresent(parsed -> {
                int slash = parsed.name().indexOf('/');
                String suite = parsed.name().substring(0, Math.max(0, slash));
                names.add(new CaseName(suite, parsed.name().substring(slash + 1), parsed.params()));
            });
        }
        return names;
    }

    private void look(LawRule rule) {
        List<String> references = rule.law().references();
        look(rule, Part.FIRST, references.get(0));
        references.stream().skip(1).forEach(second -> look(rule, Part.SECOND, second));
    }

    private void look(LawRule rule, Part part, String reference) {
        CasePattern.parse(reference).ifPresent(pattern -> look("law", pattern, rule.placeOf(part)));
    }

    private void look(String what, CasePattern pattern, Place place) {
        if (names.matching(pattern).isEmpty() && !ofAnother(pattern)) {
            List<String> near = found.size() < MOST_SUGGESTIONS ? near(pattern) : List.of();
            found.add(new Caveat.NoSuchCase(what, pattern.text(), place, near));
        }
    }

    /** Whether the rule names a declared suite that was not measured, by the suite's name or by the names of its classes. */
    private boolean ofAnother(CasePattern pattern) {
        int slash = pattern.name().indexOf('/');
        if (slash < 0 || !names.isAbsent(pattern.name().substring(0, slash))) {
            return false;
        }
        Optional<String> owner = owner(pattern.name().substring(slash + 1));
        return owner.isEmpty()
                || known.stream().noneMatch(name -> owner(name.jmhName()).equals(owner));
    }

    private static Optional<String> owner(String jmhName) {
        int dot = jmhName.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(jmhName.substring(0, dot));
    }

    private List<String> near(CasePattern pattern) {
        List<String> ofBenchmark = names.benchmarks(pattern).stream()
                .flatMap(benchmark -> names.of(benchmark).stream())
                .map(name -> name.plain().toString())
                .toList();
        if (!ofBenchmark.isEmpty()) {
            List<String> near = Nearest.to(pattern.text(), ofBenchmark);
            return near.isEmpty() ? ofBenchmark.stream().distinct().limit(3).toList() : near;
        }
        String wrong = pattern.name();
        List<String> near =
                Nearest.to(wrong, known.stream().map(CaseName::qualified).toList());
        String rest = wrong.substring(wrong.indexOf('/') + 1);
        return near.isEmpty()
                ? known.stream()
                        .filter(name -> !Nearest.to(rest, List.of(name.jmhName(), name.benchmark()))
                                .isEmpty())
                        .map(CaseName::qualified)
                        .distinct()
                        .limit(3)
                        .toList()
                : near;
    }
}
