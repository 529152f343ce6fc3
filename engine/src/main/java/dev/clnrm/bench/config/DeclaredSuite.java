package dev.clnrm.bench.config;

import dev.clnrm.bench.model.SuiteSpec;
import java.util.List;

/**
 * A suite with everything declared about it.
 *
 * @param source where it comes from
 * @param spec what it declares itself
 * @param cases its cases, in the order declared
 */
public record DeclaredSuite(SuiteSource source, SuiteSpec spec, List<DeclaredCase> cases) {
    public DeclaredSuite {
        cases = List.copyOf(cases);
    }
}
