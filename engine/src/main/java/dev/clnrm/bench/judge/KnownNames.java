package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetRule;
import dev.clnrm.bench.config.Budgets;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.CaseNames;
import dev.clnrm.bench.config.CasePattern;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the measured cases that each rule matches. A rule may omit the suite, may use the name JMH gives a benchmark,
 * {@code org.acme.Parsing.small}, and may name its suite in a run, which a JMH result file does not contain.
 */
public final class KnownNames {
    private static final Set<String> MEASURED_IN_ONE_WAY = Set.of("");

    private final CaseNames cases;

    /** The benchmarks by the last part of their names, for rules without a suite. */
    private final Map<String, List<String>> byLastPart = new HashMap<>();

    private final Map<CasePattern, Set<CaseName>> found = new HashMap<>();
    private final Set<String> declared;
    private final Set<String> absent;

    private KnownNames(Collection<CaseName> known, Set<String> declared) {
        this.declared = declared;
        cases = new CaseNames(known);
        absent = new HashSet<>(declared);
        known.forEach(name -> absent.remove(name.suite()));
        for (String benchmark : cases.benchmarks()) {
            byLastPart
                    .computeIfAbsent(benchmark.substring(benchmark.lastIndexOf('/') + 1), key -> new ArrayList<>(1))
                    .add(benchmark);
        }
    }

    /** Indexes cases whose suites are unknown. */
    public KnownNames(Collection<CaseName> cases) {
        this(cases, Set.of());
    }

    /** Indexes cases, with the suites that a file declares. */
    static KnownNames of(BudgetsFile file, Collection<CaseName> cases) {
        return new KnownNames(
                cases, file.suites().stream().map(SuiteSource::name).collect(Collectors.toSet()));
    }

    /** Whether the file declares the suite that a rule names, and no known case is in it. */
    boolean isAbsent(String suite) {
        return absent.contains(suite);
    }

    /** The cases that a rule matches. */
    Set<CaseName> matching(CasePattern rule) {
        return found.computeIfAbsent(rule, this::find);
    }

    /** Whether the name in a law matches a case. */
    boolean has(String reference) {
        return CasePattern.parse(reference).stream()
                .anyMatch(pattern -> !matching(pattern).isEmpty());
    }

    private Set<CaseName> find(CasePattern rule) {
        Set<CaseName> matching = new LinkedHashSet<>();
        patterns(rule).forEach(pattern -> matching.addAll(cases.matching(pattern)));
        return matching;
    }

    /** The benchmarks that a rule matches, with any parameters. */
    Set<String> benchmarks(CasePattern rule) {
        Set<String> benchmarks = new LinkedHashSet<>();
        patterns(rule).forEach(pattern -> benchmarks.addAll(cases.benchmarks(pattern)));
        return benchmarks;
    }

    /** The cases of a benchmark. */
    List<CaseName> of(String benchmark) {
        return cases.of(benchmark);
    }

    /** The rules of a file with the cases they match. */
    Budgets budgets(BudgetsFile file) {
        List<BudgetRule> rules = new ArrayList<>();
        for (BudgetRule rule : file.budgets()) {
            patterns(rule.pattern())
                    .forEach(pattern -> rules.add(new BudgetRule(pattern, rule.budget(), rule.place())));
        }
        return new Budgets(rules, cases);
    }

    /** The patterns of a rule; the rule matches the cases that one of them matches. */
    private List<CasePattern> patterns(CasePattern rule) {
        String name = rule.name();
        List<CasePattern> all = new ArrayList<>(List.of(rule));
        if (name.indexOf('/') < 0 && name.indexOf('*') < 0) {
            byLastPart.getOrDefault(name, List.of()).forEach(one -> all.add(rule.withName(one)));
        }
        withoutSuite(name).ifPresent(rest -> all.add(rule.withName(rest)));
        return all;
    }

    /** JMH's name of a benchmark if its suite is declared and its cases are known only by JMH's names. */
    private Optional<String> withoutSuite(String name) {
        int slash = name.indexOf('/');
        if (slash < 0 || !absent.contains(name.substring(0, slash))) {
            return Optional.empty();
        }
        String rest = name.substring(slash + 1);
        return rest.startsWith("*") && declared.size() > 1 ? Optional.empty() : Optional.of(rest);
    }

    /**
     * The law with full names, once for each variant in which its cases were measured; empty if all its cases are unknown. If only one
     * case is known, or a name matches several, the law is kept, so that it is reported as not judged.
     */
    public List<Law> laws(Law law) {
        boolean series = law instanceof Law.Exponent || law instanceof Law.Efficiency;
        List<Optional<String>> full = law.references().stream()
                .map(reference -> full(reference, series))
                .toList();
        if (full.stream().allMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<Set<String>> variants = full.stream()
                .map(name -> name.map(this::variantsOf).orElse(MEASURED_IN_ONE_WAY))
                .toList();
        Set<String> all = new LinkedHashSet<>();
        variants.forEach(all::addAll);
        return all.stream()
                .filter(variant ->
                        variants.stream().allMatch(of -> of.contains(variant) || of.equals(MEASURED_IN_ONE_WAY)))
                .map(variant ->
                        law.between(law.name() + suffix(variant), named(law, full, variants, variant), law.place()))
                .toList();
    }

    private static List<String> named(
            Law law, List<Optional<String>> full, List<Set<String>> variants, String variant) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < full.size(); i++) {
            String name = full.get(i).orElse(law.references().get(i));
            names.add(name + (variants.get(i).contains(variant) ? suffix(variant) : ""));
        }
        return names;
    }

    private static String suffix(String variant) {
        return variant.isEmpty() ? "" : " [" + variant + "]";
    }

    private Set<String> variantsOf(String reference) {
        Set<String> variants = new LinkedHashSet<>();
        of(benchmark(reference)).forEach(name -> variants.add(name.variant().orElse("")));
        return variants.isEmpty() ? MEASURED_IN_ONE_WAY : variants;
    }

    /** The benchmark that a reference names: the part before its parameters. */
    static String benchmark(String reference) {
        int brace = reference.indexOf('{');
        return brace < 0 ? reference.strip() : reference.substring(0, brace).strip();
    }

    /**
     * The full name of the one case, or of the one series of cases, that a reference matches. It is as written if the reference matches
     * several, and empty if it matches none.
     */
    private Optional<String> full(String reference, boolean series) {
        Optional<CasePattern> pattern = CasePattern.parse(reference);
        Set<String> benchmarks = pattern.map(this::benchmarks).orElse(Set.of());
        List<CaseName> matching = pattern.map(this::matching).orElse(Set.of()).stream()
                .map(CaseName::plain)
                .distinct()
                .toList();
        if (!series && matching.size() == 1) {
            return Optional.of(matching.get(0).toString());
        }
        if (benchmarks.size() == 1) {
            String params =
                    reference.substring(reference.indexOf('{') < 0 ? reference.length() : reference.indexOf('{'));
            boolean written = params.indexOf('*') < 0 || matching.isEmpty();
            return Optional.of(benchmarks.iterator().next()
                    + (written ? params : shared(pattern.get().params().keySet(), matching)));
        }
        return matching.isEmpty() ? Optional.empty() : Optional.of(reference);
    }

    /** The parameters that have one value in all of these cases, in braces. */
    private static String shared(Set<String> parameters, List<CaseName> cases) {
        String pairs = parameters.stream()
                .filter(key -> cases.stream()
                                .map(name -> name.params().get(key))
                                .distinct()
                                .count()
                        == 1)
                .map(key -> key + "=" + cases.get(0).params().get(key))
                .collect(Collectors.joining(","));
        return pairs.isEmpty() ? "" : "{" + pairs + "}";
    }
}
