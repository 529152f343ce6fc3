package dev.clnrm.bench.model;

import java.util.List;
import java.util.Optional;

/**
 * Measuring settings. A missing value comes from the suite, the file or the defaults, in this order.
 *
 * @param forks the number of new JVMs
 * @param warmup what runs before the measured iterations
 * @param iterations the measured iterations of a fork
 * @param timeBudgetSeconds the time of the whole run
 * @param confidence of intervals, in (0, 1)
 * @param jvmArgs arguments of the measured JVM; empty if missing
 * @param java the JDK to measure on: a Java release or a JAVA_HOME
 * @param env names of environment variables that the measured JVM may see
 */
public record Measure(
        Optional<Forks> forks,
        Optional<Warmup> warmup,
        Optional<Iterations> iterations,
        Optional<Double> timeBudgetSeconds,
        Optional<Double> confidence,
        List<String> jvmArgs,
        Optional<String> java,
        List<String> env) {
    /** No settings. */
    public static final Measure OPEN = new Measure(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of());

    public Measure {
        jvmArgs = List.copyOf(jvmArgs);
        env = List.copyOf(env);
        if (confidence.isPresent() && !(confidence.get() > 0 && confidence.get() < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, but this is " + confidence.get());
        }
        if (timeBudgetSeconds.isPresent() && !(timeBudgetSeconds.get() > 0)) {
            throw new IllegalArgumentException("a time budget is above 0 s, but this is " + timeBudgetSeconds.get());
        }
    }

    public Measure withForks(Forks value) {
        return new Measure(Optional.of(value), warmup, iterations, timeBudgetSeconds, confidence, jvmArgs, java, env);
    }

    public Measure withWarmup(Warmup value) {
        return new Measure(forks, Optional.of(value), iterations, timeBudgetSeconds, confidence, jvmArgs, java, env);
    }

    public Measure withIterations(Iterations value) {
        return new Measure(forks, warmup, Optional.of(value), timeBudgetSeconds, confidence, jvmArgs, java, env);
    }

    public Measure withTimeBudget(Time value) {
        return new Measure(forks, warmup, iterations, Optional.of(value.seconds()), confidence, jvmArgs, java, env);
    }

    public Measure withConfidence(double value) {
        return new Measure(forks, warmup, iterations, timeBudgetSeconds, Optional.of(value), jvmArgs, java, env);
    }

    public Measure withJvmArgs(List<String> values) {
        return new Measure(forks, warmup, iterations, timeBudgetSeconds, confidence, values, java, env);
    }

    public Measure withJava(String value) {
        return new Measure(forks, warmup, iterations, timeBudgetSeconds, confidence, jvmArgs, Optional.of(value), env);
    }

    public Measure withEnv(List<String> names) {
        return new Measure(forks, warmup, iterations, timeBudgetSeconds, confidence, jvmArgs, java, names);
    }

    /** The values of {@code nearer}, completed from these. */
    public Measure overriddenBy(Measure nearer) {
        return new Measure(
                nearer.forks.or(() -> forks),
                nearer.warmup.or(() -> warmup),
                nearer.iterations.or(() -> iterations),
                nearer.timeBudgetSeconds.or(() -> timeBudgetSeconds),
                nearer.confidence.or(() -> confidence),
                nearer.jvmArgs.isEmpty() ? jvmArgs : nearer.jvmArgs,
                nearer.java.or(() -> java),
                nearer.env.isEmpty() ? env : nearer.env);
    }
}
