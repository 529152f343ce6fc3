package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.Optional;

/** The access to a suite for the processes of this tool. It is not part of the DSL and may change in any version. */
public final class Internals {
    private Internals() {}

    /** The declaration of a suite, without code and with all its faults. */
    public static SuiteSpec spec(Suite suite) {
        return suite.spec();
    }

    /** The benchmark with this name. */
    public static Optional<BenchmarkDeclaration> benchmark(Suite suite, String name) {
        return suite.benchmark(name);
    }

    /** The declaration of a benchmark, without code. */
    public static BenchmarkSpec spec(BenchmarkDeclaration benchmark) {
        return benchmark.spec();
    }

    /** The code of a benchmark's body; empty for annotated JMH code and commands. */
    public static Optional<Code> code(BenchmarkDeclaration benchmark) {
        return benchmark.code();
    }
}
