package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.CaseName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The side against which a head is compared.
 *
 * @param cases the cases of the base that the head also has, and how they are measured
 * @param sameCode the cases whose reachable classes are the same on both sides: a hint
 * @param removed the cases that only the base has; they are not measured
 * @param skipped the cases of the head that are not measured, because everything they reach is the same on both sides
 */
public record Base(
        Map<CaseName, PlannedCase> cases, List<CaseName> sameCode, List<PlannedCase> removed, List<CaseName> skipped) {
    public Base {
        cases = Collections.unmodifiableMap(new LinkedHashMap<>(cases));
        sameCode = List.copyOf(sameCode);
        removed = List.copyOf(removed);
        skipped = List.copyOf(skipped);
    }
}
