package dev.clnrm.bench.config;

import dev.clnrm.bench.model.SuiteSpec;
import java.util.List;

/**
 * A suite with all its declarations.
 *
 * @param source the source of the suite
 * @param spec the declarations in its code
 * @param cases its cases, in the order declared
 */
public record DeclaredSuite(SuiteSource source, SuiteSpec spec, List<DeclaredCase> cases) {
    public DeclaredSuite {
        cases = List.copyOf(cases);
    }
}
