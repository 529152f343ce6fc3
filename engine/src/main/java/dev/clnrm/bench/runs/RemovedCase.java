package dev.clnrm.bench.runs;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import java.util.Map;

/** A case that only the base of a run had, as {@code run.json} records it. */
public record RemovedCase(String suite, String benchmark, Map<String, String> params, Mode mode) {
    public static RemovedCase of(CaseName name, Mode mode) {
        return new RemovedCase(name.suite(), name.benchmark(), name.params(), mode);
    }

    CaseKey key() {
        return new CaseKey(new CaseName(suite, benchmark, params), mode);
    }
}
