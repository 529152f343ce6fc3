package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.BenchmarkDeclaration;
import dev.clnrm.bench.dsl.Code;
import dev.clnrm.bench.dsl.Internals;
import dev.clnrm.bench.dsl.Params;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Finds a case's code in its suite. The field with the body is neither static nor final: the compiler would treat it as a
 * constant, and would fold the captured values of the body.
 */
@State(Scope.Benchmark)
public abstract class BodyState {
    @Param("")
    public String suiteClass = "";

    @Param("")
    public String benchmark = "";

    @Param("")
    public String values = "";

    Object function = "";

    private Code code = Code.NOTHING;
    private Params params = Params.NONE;

    /** Finds the code. */
    final void find() throws Exception {
        CaseKey key = CaseKey.of(suiteClass, benchmark, values);
        BenchmarkDeclaration declared = Internals.benchmark(SuiteClasses.find(key.suiteClass()), key.benchmark())
                .orElseThrow(() -> new IllegalStateException(
                        "suite " + key.suiteClass() + " declares no benchmark `" + key.benchmark() + "`"));
        code = Internals.code(declared)
                .orElseThrow(() -> new IllegalStateException("benchmark `" + key.benchmark() + "` has no body"));
        params = code.params(key.values());
        function = code.function();
    }

    final Object argument(int index) throws Exception {
        return code.argument(index, params);
    }

    final void clean(Object first) throws Exception {
        code.clean(first);
    }
}
