package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.SuiteSpec;
import java.util.Optional;

/** What the processes of this tool that declare and measure ask of a suite. It is no word of the DSL and may change in any version. */
public final class Internals {
    private Internals() {}

    /** What a suite declares, without code and with everything that is wrong with it. */
    public static SuiteSpec spec(Suite suite) {
        return suite.spec();
    }

    /** The benchmark of that name. */
    public static Optional<BenchmarkDeclaration> benchmark(Suite suite, String name) {
        return suite.benchmark(name);
    }

    /** What a benchmark declares, without code. */
    public static BenchmarkSpec spec(BenchmarkDeclaration benchmark) {
        return benchmark.spec();
    }

    /** The code of a benchmark's body; absent for annotated JMH code and commands. */
    public static Optional<Code> code(BenchmarkDeclaration benchmark) {
        return benchmark.code();
    }
}
