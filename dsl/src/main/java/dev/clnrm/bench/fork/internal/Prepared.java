package dev.clnrm.bench.fork.internal;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The cost of preparing inputs in an iteration, reported in addition to the benchmark's own numbers. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Prepared {
    /** The bytes allocated by preparing and cleaning up; JMH sets it to zero before every iteration. */
    public long preparedBytes;
}
