package dev.clnrm.bench.config;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Measure;

/**
 * A case with all its declarations.
 *
 * @param name its name
 * @param benchmark its benchmark
 * @param measure how to measure it; the command line and {@link Defaults} supply missing values
 * @param budget its budget
 */
public record DeclaredCase(CaseName name, BenchmarkSpec benchmark, Measure measure, Budget budget) {}
