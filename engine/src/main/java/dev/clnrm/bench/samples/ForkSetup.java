package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.Mode;
import java.util.List;
import java.util.Optional;

/**
 * The settings of each fork of a case; empty if unknown.
 *
 * @param threads the number of threads
 * @param batch the number of invocations that counted as one
 * @param operations the number of operations per invocation; missing in JMH's result files
 * @param warmup the warm-up as text: {@code 5 x 1 s}
 * @param iteration the length of an iteration as text: {@code 100 ms}, {@code single-shot}
 */
public record ForkSetup(
        Optional<Integer> threads,
        Optional<Integer> batch,
        Optional<Integer> operations,
        Optional<String> warmup,
        Optional<String> iteration) {
    public static final ForkSetup UNKNOWN =
            new ForkSetup(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The settings in the forks themselves, completed from other sources. */
    public static ForkSetup of(
            CaseSamples samples, Optional<Integer> batch, Optional<Integer> operations, Optional<String> warmup) {
        ForkSamples any = samples.forks().get(0).samples();
        boolean said = any.iterationSeconds() > 0 || samples.mode() == Mode.SINGLE_SHOT;
        return new ForkSetup(
                Optional.of(any.threads()),
                batch,
                operations,
                warmup,
                said ? Optional.of(JmhUnit.text(any.iterationSeconds())) : Optional.empty());
    }

    /** The settings in a JMH result. A file without counts of iterations does not define the phases. */
    static ForkSetup of(JmhResult result) {
        boolean said = result.measurement().iterations() > 0;
        return of(
                result.samples(),
                said ? Optional.of(result.measurement().batchSize()) : Optional.empty(),
                Optional.empty(),
                said ? Optional.of(words(result.warmup())) : Optional.empty());
    }

    /** The values that conditions are derived from: results with equal values have the same conditions. */
    static List<Object> basis(JmhResult result) {
        ForkSamples any = result.samples().forks().get(0).samples();
        return List.of(
                result.vm(),
                result.mode(),
                any.threads(),
                any.iterationSeconds(),
                result.warmup(),
                result.measurement());
    }

    private static String words(JmhResult.Phase warmup) {
        String words = fixed(warmup.iterations(), warmup.seconds());
        return warmup.iterations() > 0 && warmup.batchSize() > 1
                ? words + " of " + warmup.batchSize() + " invocations"
                : words;
    }

    /** {@code 1 thread}, {@code 8 threads}. */
    public static String threads(int count) {
        return count + (count == 1 ? " thread" : " threads");
    }

    /** The text of a warm-up of this many iterations. */
    public static String fixed(int iterations, double seconds) {
        return iterations == 0 ? "none" : iterations + " x " + JmhUnit.text(seconds);
    }

    /** The text of a warm-up that ends when times are steady. */
    public static String untilSteady(double capSeconds) {
        return "until steady, at most " + JmhUnit.text(capSeconds);
    }
}
