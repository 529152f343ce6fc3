package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JMH benchmark without its suite. Two sides can give one benchmark different names: a run puts the suite of its jar before
 * {@code org.acme.Parsing.small}, a JMH result file has no suite, and two jars can be suites with different names.
 *
 * @param benchmark JMH's name
 * @param params its parameters
 * @param mode how it was measured
 */
record NameMatch(String benchmark, Map<String, String> params, Mode mode) {
    private static NameMatch of(CaseName name, Mode mode) {
        return new NameMatch(name.jmhName(), name.params(), mode);
    }

    /** The base with the head's names for benchmarks whose name only the head has. An ambiguous name stays as it is. */
    static Side atNamesOf(Side head, Side base) {
        Set<CaseKey> ofHead = new HashSet<>();
        head.cases().forEach(one -> ofHead.add(one.plain()));
        Set<CaseKey> alone = new LinkedHashSet<>();
        Set<CaseKey> ofBase = new LinkedHashSet<>();
        for (Measured one : base.cases()) {
            CaseKey key = one.plain();
            ofBase.add(key);
            if (!ofHead.contains(key)) {
                alone.add(key);
            }
        }
        if (alone.isEmpty()) {
            return base;
        }
        Map<NameMatch, List<CaseKey>> heads = grouped(ofHead);
        Map<NameMatch, List<CaseKey>> bases = grouped(ofBase);
        Map<CaseKey, CaseName> names = new HashMap<>();
        for (CaseKey key : alone) {
            NameMatch same = of(key.name(), key.mode());
            List<CaseKey> found = heads.getOrDefault(same, List.of());
            if (found.size() == 1 && bases.getOrDefault(same, List.of()).size() == 1) {
                names.put(key, found.get(0).name());
            }
        }
        return names.isEmpty()
                ? base
                : base.named(
                        one -> names.getOrDefault(one.plain(), one.samples().name()));
    }

    private static Map<NameMatch, List<CaseKey>> grouped(Set<CaseKey> keys) {
        Map<NameMatch, List<CaseKey>> groups = new HashMap<>();
        keys.forEach(key -> groups.computeIfAbsent(of(key.name(), key.mode()), fresh -> new ArrayList<>(1))
                .add(key));
        return groups;
    }
}
