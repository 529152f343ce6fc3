package dev.clnrm.bench.run;

import dev.clnrm.bench.samples.ForkRecord;

/** Runs one fork to its end, whatever that is: the seam where tests put scripted timings. */
@FunctionalInterface
public interface ForkRunner {
    /** Runs the fork and gives its record; a fork that fails gives a record that says how. */
    ForkRecord run(ForkJob job, RunListener listener) throws InterruptedException;
}
