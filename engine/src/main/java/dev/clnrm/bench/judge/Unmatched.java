package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetRule;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.CasePattern;
import dev.clnrm.bench.config.LawRule;
import dev.clnrm.bench.config.LawRule.Part;
import dev.clnrm.bench.config.Nearest;
import dev.clnrm.bench.config.Waiver;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of a file that are about no case: a rule that holds for nothing must not look like one that is kept. */
public final class Unmatched {
    /** Looking for near names takes the product of rules and cases; who has more wrong names than this sees the kind by these. */
    private static final int MOST_SUGGESTIONS = 20;

    private final Collection<CaseName> known;
    private final KnownNames names;
    private final List<Caveat.NoSuchCase> found = new ArrayList<>();

    private Unmatched(KnownNames names, Collection<CaseName> known) {
        this.names = names;
        this.known = known;
    }

    /**
     * The budgets, waivers and laws of a file that are about none of the cases. Those of a suite the file declares, of which none was
     * measured, are not among them: they may well be right.
     *
     * @param known the cases of both sides, and those declared and not measured where that is known
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

    /** Every case that a run says was declared, measured or not. */
    public static Set<CaseName> declared(DeclaredRules code) {
        Set<CaseName> names = new LinkedHashSet<>(code.cases());
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
        Law law = rule.law();
        if (law instanceof Law.Ratio ratio) {
            look(rule, Part.FIRST, ratio.slower());
            look(rule, Part.SECOND, ratio.faster());
        } else if (law instanceof Law.Overhead overhead) {
            look(rule, Part.FIRST, overhead.of());
            look(rule, Part.SECOND, overhead.over());
        } else if (law instanceof Law.Exponent exponent) {
            look(rule, Part.FIRST, exponent.benchmark());
        } else if (law instanceof Law.Efficiency efficiency) {
            look(rule, Part.FIRST, efficiency.benchmark());
        }
    }

    private void look(LawRule rule, Part part, String reference) {
        CasePattern.parse(reference).ifPresent(pattern -> look("law", pattern, rule.placeOf(part)));
    }

    private void look(String what, CasePattern pattern, Place place) {
        List<CasePattern> meant = names.patterns(pattern);
        if (known.stream().noneMatch(name -> meant.stream().anyMatch(p -> p.matches(name))) && !ofAnother(pattern)) {
            List<String> near = found.size() < MOST_SUGGESTIONS ? near(pattern, meant) : List.of();
            found.add(new Caveat.NoSuchCase(what, pattern.text(), place, near));
        }
    }

    /** Whether the rule is of a declared suite of which nothing was measured, by its own name or by the names of its classes. */
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

    private List<String> near(CasePattern pattern, List<CasePattern> meant) {
        List<String> ofBenchmark = known.stream()
                .filter(name -> meant.stream().anyMatch(p -> p.matchesBenchmark(name.qualified())))
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
