package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.CaseName;

/**
 * The measurement of a case on one side.
 *
 * @param samples its forks
 * @param conditions its environment and settings
 */
public record Measured(CaseSamples samples, Conditions conditions) {
    /** Its key without the variant. */
    CaseKey plain() {
        return new CaseKey(samples.name().plain(), samples.mode());
    }

    /** The same with another name and forks numbered from 0. */
    public Measured named(CaseName name) {
        return name.equals(samples.name()) ? this : new Measured(samples.named(name), conditions);
    }
}
