package dev.clnrm.bench.store;

import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.runs.StoredRun;

/**
 * A finished run in its home.
 *
 * @param home where it is
 * @param name what it is called there
 * @param summary what it found
 */
public record Held(RunStore home, String name, RunSummary summary) {
    /** All its samples. */
    public StoredRun whole() {
        return StoredRun.read(home.find(name)
                .orElseThrow(() -> new IllegalStateException("the run " + name + " is no longer in " + home)));
    }
}
