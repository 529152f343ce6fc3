package dev.clnrm.bench.store;

import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.runs.StoredRun;

/**
 * A finished run in a store.
 *
 * @param home the store
 * @param name the name of the run in the store
 * @param summary the summary of its results
 */
public record Held(RunStore home, String name, RunSummary summary) {
    public StoredRun whole() {
        return StoredRun.read(home.find(name)
                .orElseThrow(() -> new IllegalStateException("the run " + name + " is no longer in " + home)));
    }
}
