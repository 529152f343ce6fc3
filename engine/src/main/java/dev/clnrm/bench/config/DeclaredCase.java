package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Measure;
import java.util.Optional;

/**
 * A case with all its declarations.
 *
 * @param name its name
 * @param benchmark its benchmark
 * @param measure how to measure it; the command line and {@link Defaults} supply missing values
 * @param budget its budget
 * @param waiver the waiver that covers it
 */
public record DeclaredCase(
        CaseName name, BenchmarkSpec benchmark, Measure measure, Budget budget, Optional<Waiver> waiver) {}
