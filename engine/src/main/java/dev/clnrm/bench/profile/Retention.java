package dev.clnrm.bench.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The heap that the inputs of a case hold after measuring. It is shown and never judged.
 *
 * @param base bytes on the base
 * @param head bytes on the head
 * @param baseGrowth additional bytes per operation on the base; empty if they do not grow
 * @param headGrowth the same on the head
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Retention(long base, long head, Optional<Double> baseGrowth, Optional<Double> headGrowth) {
    /** The bytes that a JVM allocates for itself in the meantime. */
    private static final long NOISE = 128 << 10;

    /**
     * The memory that the inputs of one fork hold.
     *
     * @param bytes of the heap
     * @param operations the number of operations of the fork
     */
    public record Held(long bytes, double operations) {
        /** Whether it exceeds the noise. */
        public boolean counts() {
            return bytes >= NOISE;
        }

        /** Reads the file of a fork: a line of bytes for each of its states; empty if there is no file. */
        static Optional<Held> read(Path file, ForkSamples samples) {
            try {
                List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
                return lines.isEmpty() || !lines.stream().allMatch(line -> line.matches("\\d{1,15}"))
                        ? Optional.empty()
                        : Optional.of(new Held(
                                lines.stream().mapToLong(Long::parseLong).sum(), operations(samples)));
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        /**
         * The operations of a fork: each iteration, including the warm-up, did as many as fit into its time; a single shot did
         * one.
         */
        private static double operations(ForkSamples samples) {
            Values all = Values.of(DoubleStream.concat(samples.warmup().stream(), samples.values().stream()));
            return samples.iterationSeconds() > 0
                    ? samples.with(Values.NONE, all).secondsPerOperation().stream()
                            .map(seconds -> samples.threads() * samples.iterationSeconds() / seconds)
                            .sum()
                    : all.size();
        }
    }

    /**
     * The result from two forks per side with different numbers of operations; empty if neither side exceeds the noise.
     *
     * @param base the shorter fork of the base
     * @param longerBase the longer one
     */
    static Optional<Retention> of(Held base, Held longerBase, Held head, Held longerHead) {
        if (!longerBase.counts() && !longerHead.counts()) {
            return Optional.empty();
        }
        return Optional.of(
                new Retention(longerBase.bytes, longerHead.bytes, growth(base, longerBase), growth(head, longerHead)));
    }

    private static Optional<Double> growth(Held shorter, Held longer) {
        double bytes = longer.bytes - shorter.bytes;
        double operations = longer.operations - shorter.operations;
        return bytes > NOISE && operations > 0 ? Optional.of(bytes / operations) : Optional.empty();
    }
}
