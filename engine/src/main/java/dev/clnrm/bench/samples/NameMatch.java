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
 * Brings together benchmarks of JMH that two sides call by different names: a run calls {@code org.acme.Parsing.small} after the suite of
 * its jar, a result file of JMH knows no suite, and two jars may be of suites of different names.
 *
 * @param benchmark as JMH calls it
 * @param params its parameters
 * @param mode how it was measured
 */
record Meeting(String benchmark, Map<String, String> params, Mode mode) {
    private static Meeting of(CaseName name, Mode mode) {
        return new Meeting(name.jmhName(), name.params(), mode);
    }

    /** The base with the head's names for what only the head calls differently. A name that could be two cases stays as it is. */
    static Side atNamesOf(Side head, Side base) {
        Set<CaseKey> ofHead = new HashSet<>();
        head.cases().forEach(one -> ofHead.add(plain(one)));
        Set<CaseKey> alone = new LinkedHashSet<>();
        Set<CaseKey> ofBase = new LinkedHashSet<>();
        for (Measured one : base.cases()) {
            CaseKey key = plain(one);
            ofBase.add(key);
            if (!ofHead.contains(key)) {
                alone.add(key);
            }
        }
        if (alone.isEmpty()) {
            return base;
        }
        Map<Meeting, List<CaseKey>> heads = grouped(ofHead);
        Map<Meeting, List<CaseKey>> bases = grouped(ofBase);
        Map<CaseKey, CaseName> names = new HashMap<>();
        for (CaseKey key : alone) {
            Meeting same = of(key.name(), key.mode());
            List<CaseKey> found = heads.getOrDefault(same, List.of());
            if (found.size() == 1 && bases.getOrDefault(same, List.of()).size() == 1) {
                names.put(key, found.get(0).name());
            }
        }
        return names.isEmpty() ? base : named(base, names);
    }

    private static Map<Meeting, List<CaseKey>> grouped(Set<CaseKey> keys) {
        Map<Meeting, List<CaseKey>> groups = new HashMap<>();
        keys.forEach(key -> groups.computeIfAbsent(of(key.name(), key.mode()), fresh -> new ArrayList<>(1))
                .add(key));
        return groups;
    }

    private static CaseKey plain(Measured one) {
        return new CaseKey(one.samples().name().plain(), one.samples().mode());
    }

    private static Side named(Side side, Map<CaseKey, CaseName> names) {
        List<Measured> cases = new ArrayList<>();
        for (Measured one : side.cases()) {
            CaseName name = names.get(plain(one));
            cases.add(name == null ? one : new Measured(one.samples().named(name), one.conditions()));
        }
        return new Side(side.label(), side.job(), cases);
    }
}
