package dev.clnrm.bench.judge;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.CasePattern;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cases known by what was measured, for rules written before it was. A rule may leave out the suite, may call a benchmark of JMH as JMH
 * does, {@code org.acme.Parsing.small}, and may name the suite a run measures it in, which a result file of JMH does not know.
 */
public final class KnownNames {
    /** The variants of each {@code suite/benchmark}; the empty text is that of a case measured in one way. */
    private final Map<String, Set<String>> variants = new LinkedHashMap<>();

    private final Set<String> declared;
    private final Set<String> absent;

    private KnownNames(Collection<CaseName> cases, Set<String> declared) {
        this.declared = declared;
        absent = new HashSet<>(declared);
        for (CaseName name : cases) {
            variants.computeIfAbsent(name.qualified(), key -> new LinkedHashSet<>(1))
                    .add(name.variant().orElse(""));
            absent.remove(name.suite());
        }
    }

    /** Cases of suites that nothing is known of. */
    public KnownNames(Collection<CaseName> cases) {
        this(cases, Set.of());
    }

    /** Cases beside the suites a file declares. */
    static KnownNames of(BudgetsFile file, Collection<CaseName> cases) {
        Set<String> suites = new LinkedHashSet<>();
        file.suites().stream().map(SuiteSource::name).forEach(suites::add);
        return new KnownNames(cases, suites);
    }

    /** Whether the file declares the suite a rule names, and no case is known to be of it. */
    boolean isAbsent(String suite) {
        return absent.contains(suite);
    }

    /** The patterns a pattern stands for; a case is meant where one of them matches it. */
    List<CasePattern> patterns(CasePattern pattern) {
        String name = pattern.name();
        List<CasePattern> all = new ArrayList<>(List.of(pattern));
        if (name.indexOf('/') < 0 && name.indexOf('*') < 0) {
            variants.keySet().stream()
                    .filter(one -> one.endsWith("/" + name))
                    .forEach(one -> all.add(pattern.withName(one)));
        }
        withoutSuite(name).ifPresent(rest -> all.add(pattern.withName(rest)));
        return all;
    }

    /** What JMH calls a benchmark of a suite whose cases are known by JMH's names alone. */
    private Optional<String> withoutSuite(String name) {
        int slash = name.indexOf('/');
        if (slash < 0 || !absent.contains(name.substring(0, slash))) {
            return Optional.empty();
        }
        String rest = name.substring(slash + 1);
        return rest.startsWith("*") && declared.size() > 1 ? Optional.empty() : Optional.of(rest);
    }

    /**
     * The law with its names in full, once for each variant its cases were measured in; none where it speaks of nothing that is known.
     */
    public List<Law> laws(Law law) {
        if (law instanceof Law.Ratio ratio) {
            return both(
                    law,
                    ratio.slower(),
                    ratio.faster(),
                    (name, a, b) -> new Law.Ratio(name, a, b, ratio.atLeast(), law.place()));
        }
        if (law instanceof Law.Overhead overhead) {
            return both(
                    law,
                    overhead.of(),
                    overhead.over(),
                    (name, a, b) -> new Law.Overhead(name, a, b, overhead.atMost(), law.place()));
        }
        if (law instanceof Law.Exponent exponent) {
            return both(
                    law,
                    exponent.benchmark(),
                    exponent.benchmark(),
                    (name, one, same) -> new Law.Exponent(
                            name, one, exponent.parameter(), exponent.low(), exponent.high(), law.place()));
        }
        Law.Efficiency efficiency = (Law.Efficiency) law;
        return both(
                law,
                efficiency.benchmark(),
                efficiency.benchmark(),
                (name, one, same) -> new Law.Efficiency(
                        name, one, efficiency.parameter(), efficiency.at(), efficiency.atLeast(), law.place()));
    }

    private interface Two {
        Law of(String name, String first, String second);
    }

    /** A law of two cases is there when one of them is: the other is then missing, which must be said. */
    private List<Law> both(Law law, String first, String second, Two made) {
        Optional<String> a = full(first);
        Optional<String> b = full(second);
        if (a.isEmpty() && b.isEmpty()) {
            return List.of();
        }
        Set<String> ofA = a.map(this::variantsOf).orElse(Set.of(""));
        Set<String> ofB = b.map(this::variantsOf).orElse(Set.of(""));
        Set<String> all = new LinkedHashSet<>(ofA);
        all.addAll(ofB);
        List<Law> laws = new ArrayList<>();
        for (String variant : all) {
            boolean each = (ofA.contains(variant) || ofA.equals(Set.of("")))
                    && (ofB.contains(variant) || ofB.equals(Set.of("")));
            if (each) {
                laws.add(made.of(
                        law.name() + suffix(variant),
                        a.orElse(first) + (ofA.contains(variant) ? suffix(variant) : ""),
                        b.orElse(second) + (ofB.contains(variant) ? suffix(variant) : "")));
            }
        }
        return laws;
    }

    private static String suffix(String variant) {
        return variant.isEmpty() ? "" : " [" + variant + "]";
    }

    private Set<String> variantsOf(String reference) {
        return variants.getOrDefault(benchmark(reference), Set.of(""));
    }

    private static String benchmark(String reference) {
        int brace = reference.indexOf('{');
        return brace < 0 ? reference.strip() : reference.substring(0, brace).strip();
    }

    /** A reference with its suite, if its benchmark is known. */
    Optional<String> full(String reference) {
        String name = benchmark(reference);
        int brace = reference.indexOf('{');
        String params = brace < 0 ? "" : reference.substring(brace);
        if (variants.containsKey(name)) {
            return Optional.of(name + params);
        }
        Optional<CasePattern> pattern = CasePattern.parse(name);
        if (pattern.isEmpty() || name.indexOf('*') >= 0) {
            return Optional.empty();
        }
        List<CasePattern> meant = patterns(pattern.get());
        List<String> found = variants.keySet().stream()
                .filter(one -> meant.stream().anyMatch(p -> p.matchesBenchmark(one)))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0) + params) : Optional.empty();
    }
}
