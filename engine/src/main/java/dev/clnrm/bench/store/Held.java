package dev.clnrm.bench.store;

import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.FileException;

/**
 * A finished run in a store.
 *
 * @param home the store
 * @param name the name of the run in the store
 * @param summary the summary of its results
 */
public record Held(RunStore home, String name, RunSummary summary) {
    /**
     * The run with all its samples.
     *
     * @throws FileException if it is no longer in the store, or cannot be read
     */
    public StoredRun whole() {
        return StoredRun.read(home.find(name)
                .orElseThrow(() -> StoreFault.unreadable(
                        home.toString(), "the run " + name + " was removed while the store was read", "try again")));
    }
}
