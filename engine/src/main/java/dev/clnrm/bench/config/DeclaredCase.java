package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Measure;
import java.util.Optional;

/**
 * A case with everything declared about it.
 *
 * @param name its name
 * @param benchmark its benchmark
 * @param measure how hard to measure it; what is still absent is left to the command line and {@link Defaults}
 * @param budget what it may cost
 * @param waiver the waiver that covers it
 */
public record DeclaredCase(
        CaseName name, BenchmarkSpec benchmark, Measure measure, Budget budget, Optional<Waiver> waiver) {}
