package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the failures of two sides. */
final class Failures {
    private Failures() {}

    /** Every case that failed on a side, in the order of the head; cases that only the base has come last. */
    static List<CaseFailure> of(Side base, Side head) {
        Map<CaseName, CaseFailure.OnSide> ofBase = of(base);
        Map<CaseName, CaseFailure.OnSide> ofHead = of(head);
        Set<CaseName> names = new LinkedHashSet<>();
        for (Side side : List.of(head, base)) {
            side.cases().forEach(one -> names.add(one.samples().name()));
        }
        List<CaseFailure> found = new ArrayList<>();
        for (CaseName name : names) {
            Optional<CaseFailure.OnSide> onBase = Optional.ofNullable(ofBase.get(name));
            Optional<CaseFailure.OnSide> onHead = Optional.ofNullable(ofHead.get(name));
            if (onBase.isPresent() || onHead.isPresent()) {
                found.add(new CaseFailure(name, onBase, onHead));
            }
        }
        return found;
    }

    private static Map<CaseName, CaseFailure.OnSide> of(Side side) {
        Map<CaseName, CaseFailure.OnSide> failures = new LinkedHashMap<>();
        for (Measured one : side.cases()) {
            CaseSamples samples = one.samples();
            List<Outcome.Failed> failed = samples.failures();
            if (!failed.isEmpty()) {
                failures.putIfAbsent(
                        samples.name(),
                        new CaseFailure.OnSide(
                                failed.get(0), failed.size(), samples.forks().size()));
            }
        }
        return failures;
    }
}
