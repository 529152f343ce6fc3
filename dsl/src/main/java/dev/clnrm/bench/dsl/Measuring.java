package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Share;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import java.util.List;

/** How hard to measure; start with {@link Bench#forks}. Immutable. */
public final class Measuring {
    private final Measure measure;

    Measuring(Measure measure) {
        this.measure = measure;
    }

    /** Warms up until the times are steady, but no longer than the limit. */
    public Measuring warmup(Limit<Time> cap) {
        return new Measuring(measure.withWarmup(new Warmup.Adaptive(cap.atMost().seconds())));
    }

    /** Warms up for a fixed number of iterations. */
    public Measuring warmup(int count, Time each) {
        return new Measuring(measure.withWarmup(new Warmup.Fixed(count, each.seconds())));
    }

    /** Takes so many values in each fork, each over so long. */
    public Measuring iterations(int count, Time each) {
        return new Measuring(measure.withIterations(new Iterations(count, each.seconds())));
    }

    /** The confidence of the intervals shown. */
    public Measuring confidence(Share level) {
        return new Measuring(measure.withConfidence(level.fraction()));
    }

    /** Arguments of the measured JVM. */
    public Measuring jvmArgs(String... args) {
        return new Measuring(measure.withJvmArgs(List.of(args)));
    }

    /** The JDK to measure on: a feature version such as {@code 17}, or a JAVA_HOME. */
    public Measuring java(String version) {
        return new Measuring(measure.withJava(version));
    }

    /** Environment variables the measured code may see; all others are hidden from it. */
    public Measuring env(String... names) {
        return new Measuring(measure.withEnv(List.of(names)));
    }

    Measure measure() {
        return measure;
    }
}
