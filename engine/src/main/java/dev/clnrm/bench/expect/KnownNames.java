package dev.clnrm.bench.expect;

import dev.clnrm.bench.declare.CasePattern;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cases known by what was measured, for rules written before it was. A rule may leave out the suite, and may call a benchmark of JMH as
 * JMH does: {@code org.acme.Parsing.small}.
 *
 * @param qualified {@code suite/benchmark} of each
 */
public record KnownNames(Set<String> qualified) {
    public KnownNames(Collection<CaseName> cases) {
        this(distinct(cases));
    }

    private static Set<String> distinct(Collection<CaseName> cases) {
        Set<String> names = new LinkedHashSet<>();
        cases.forEach(name -> names.add(name.qualified()));
        return names;
    }

    /** The patterns a pattern stands for, each with its suite. */
    List<CasePattern> patterns(CasePattern pattern) {
        if (pattern.name().indexOf('/') >= 0 || pattern.name().indexOf('*') >= 0) {
            return List.of(pattern);
        }
        String params = pattern.text()
                .substring(Math.min(pattern.text().length(), pattern.name().length()));
        return meant(pattern.name()).stream()
                .flatMap(name -> CasePattern.parse(name + params).stream())
                .toList();
    }

    private List<String> meant(String name) {
        return qualified.stream()
                .filter(one -> one.endsWith("/" + name) || one.replace('/', '.').equals(name))
                .toList();
    }

    /** The law with its names in full; empty where it speaks of nothing that is known. */
    public Optional<Law> law(Law law) {
        if (law instanceof Law.Ratio ratio) {
            return both(
                    ratio.slower(),
                    ratio.faster(),
                    (a, b) -> new Law.Ratio(law.name(), a, b, ratio.atLeast(), law.place()));
        }
        if (law instanceof Law.Overhead overhead) {
            return both(
                    overhead.of(),
                    overhead.over(),
                    (a, b) -> new Law.Overhead(law.name(), a, b, overhead.atMost(), law.place()));
        }
        if (law instanceof Law.Exponent exponent) {
            return full(exponent.benchmark())
                    .map(name -> new Law.Exponent(
                            law.name(), name, exponent.parameter(), exponent.low(), exponent.high(), law.place()));
        }
        Law.Efficiency efficiency = (Law.Efficiency) law;
        return full(efficiency.benchmark())
                .map(name -> new Law.Efficiency(
                        law.name(), name, efficiency.parameter(), efficiency.at(), efficiency.atLeast(), law.place()));
    }

    private interface Two {
        Law of(String first, String second);
    }

    /** A law of two cases is there when one of them is: the other is then missing, which must be said. */
    private Optional<Law> both(String first, String second, Two law) {
        Optional<String> a = full(first);
        Optional<String> b = full(second);
        return a.isEmpty() && b.isEmpty() ? Optional.empty() : Optional.of(law.of(a.orElse(first), b.orElse(second)));
    }

    /** A reference with its suite, if its benchmark is known. */
    private Optional<String> full(String reference) {
        int brace = reference.indexOf('{');
        String name = brace < 0 ? reference : reference.substring(0, brace).strip();
        String params = brace < 0 ? "" : reference.substring(brace);
        if (qualified.contains(name)) {
            return Optional.of(name + params);
        }
        List<String> meant = name.indexOf('/') >= 0 ? List.of() : meant(name);
        return meant.size() == 1 ? Optional.of(meant.get(0) + params) : Optional.empty();
    }
}
