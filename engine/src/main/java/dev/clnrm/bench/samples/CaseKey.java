package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;

/**
 * The identity of a case. Times of different modes cannot be compared.
 *
 * @param name suite, benchmark and parameters
 * @param mode how it was measured
 */
public record CaseKey(CaseName name, Mode mode) {
    public static CaseKey of(CaseSamples samples) {
        return new CaseKey(samples.name(), samples.mode());
    }
}
