package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Share;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How to measure: forks, warm-up, iterations and more; start with {@link Bench#forks} or {@link Bench#measuring}. Immutable. */
public final class Measuring {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Measure measure;
    private final List<Fault> faults;

    private Measuring(Measure measure, List<Fault> faults) {
        this.measure = measure;
        this.faults = faults;
    }

    static Measuring open() {
        return new Measuring(Measure.OPEN, List.of());
    }

    /**
     * At least {@code min} new JVMs per case, and up to {@code max} if more can decide a result.
     *
     * @param min from 1
     * @param max from {@code min}
     */
    public Measuring forks(int min, int max) {
        return with(() -> measure.withForks(new Forks(min, max)));
    }

    /**
     * Warms up until the times are steady, but no longer than the limit. The limit must have neither a critical amount nor a
     * percentile.
     */
    public Measuring warmup(Limit<Time> cap) {
        Measuring warmed =
                with(() -> measure.withWarmup(new Warmup.Adaptive(cap.atMost().seconds())));
        return cap.critical().isEmpty() && cap.percentile().isEmpty()
                ? warmed
                : warmed.with(new Fault(
                        cap.place(),
                        "a warm-up has neither a critical limit nor a percentile",
                        "write atMost(…) only"));
    }

    /**
     * Warms up for a fixed number of iterations.
     *
     * @param count from 0
     * @param each above 0
     */
    public Measuring warmup(int count, Time each) {
        return with(() -> measure.withWarmup(new Warmup.Fixed(count, each.seconds())));
    }

    /** Warms up for a fixed number of iterations. */
    public Measuring warmup(int count, Duration each) {
        return warmup(count, Bench.duration(each));
    }

    /**
     * Measures {@code count} values in each fork, each over a time of {@code each}.
     *
     * @param count from 1
     * @param each above 0
     */
    public Measuring iterations(int count, Time each) {
        return with(() -> measure.withIterations(new Iterations(count, each.seconds())));
    }

    /** Measures {@code count} values in each fork, each over a time of {@code each}. */
    public Measuring iterations(int count, Duration each) {
        return iterations(count, Bench.duration(each));
    }

    /**
     * Sets the confidence of the intervals shown.
     *
     * @param level above 0 % and below 100 %
     */
    public Measuring confidence(Share level) {
        return with(() -> measure.withConfidence(level.fraction()));
    }

    /** Adds arguments of the measured JVM. */
    public Measuring jvmArgs(String... args) {
        return with(() -> measure.withJvmArgs(List.of(args)));
    }

    /** Sets the JDK to measure on: a Java release, for example {@code 17}, or a JAVA_HOME. */
    public Measuring java(String version) {
        return with(() -> measure.withJava(version));
    }

    /** Adds environment variables that the measured code can see; it sees no others. */
    public Measuring env(String... names) {
        Measuring seeing = with(() -> measure.withEnv(List.of(names)));
        Place here = Places.caller();
        List<Fault> bad = Arrays.stream(names)
                .filter(name -> !VARIABLE.matcher(name).matches())
                .map(name -> new Fault(
                        here,
                        "`" + name + "` is not the name of an environment variable",
                        "only names stand here; the values come from the environment of the run"))
                .toList();
        return new Measuring(seeing.measure, join(seeing.faults, bad));
    }

    Measure measure() {
        return measure;
    }

    List<Fault> faults() {
        return faults;
    }

    /** Reports a value that the model rejects with the user's line. */
    private Measuring with(Supplier<Measure> more) {
        try {
            return new Measuring(more.get(), faults);
        } catch (IllegalArgumentException refused) {
            return with(new Fault(Places.caller(), String.valueOf(refused.getMessage()), ""));
        }
    }

    private Measuring with(Fault fault) {
        return new Measuring(measure, join(faults, List.of(fault)));
    }

    private static List<Fault> join(List<Fault> first, List<Fault> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
