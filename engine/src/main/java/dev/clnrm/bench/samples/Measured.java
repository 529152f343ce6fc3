package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;

/**
 * A case as it was measured on one side.
 *
 * @param samples its forks
 * @param conditions where and with what
 */
public record Measured(CaseSamples samples, Conditions conditions) {
    /** Its key without the variant. */
    CaseKey plain() {
        return new CaseKey(samples.name().plain(), samples.mode());
    }

    /** The same under another name, its forks numbered from 0. */
    public Measured named(CaseName name) {
        return name.equals(samples.name()) ? this : new Measured(samples.named(name), conditions);
    }
}
