package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the code of a run declared, kept with its samples: who judges them again runs none of that code.
 *
 * @param cases what was to be measured, in the order declared
 * @param left cases that were declared and not to be measured, as people write them
 * @param budgets what benchmarks may cost by their own words, by {@code suite/benchmark}; what a file says comes before it
 * @param laws between cases, named in full, by the suites' own words
 * @param confidence how sure cases have to be by themselves, by their suites' own words and by those of {@code suite/benchmark}; in (0, 1)
 */
public record DeclaredRules(
        List<CaseName> cases,
        Set<String> left,
        Map<String, Budget> budgets,
        List<Law> laws,
        Map<String, Double> confidence) {
    /** Nothing is known of it. */
    public static final DeclaredRules NONE = new DeclaredRules(List.of(), Set.of(), Map.of(), List.of(), Map.of());

    /** The section of {@code run.json} it stands in. */
    public static final String SECTION = "declared";

    public DeclaredRules {
        cases = List.copyOf(cases);
        left = Collections.unmodifiableSet(new LinkedHashSet<>(left));
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
        laws = List.copyOf(laws);
        confidence = Collections.unmodifiableMap(new LinkedHashMap<>(confidence));
    }

    /** As {@code run.json} has it. */
    public Map<String, Object> section() {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("cases", cases);
        section.put("left", left);
        section.put("budgets", budgets);
        section.put("laws", laws);
        section.put("confidence", confidence);
        return section;
    }
}
