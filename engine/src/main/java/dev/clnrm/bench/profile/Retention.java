package dev.clnrm.bench.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How much of the heap the inputs of a case hold on to when measuring has ended. It is shown and never judged.
 *
 * @param base bytes on the base
 * @param head bytes on the head
 * @param baseGrowth bytes more for each operation on the base; absent if they do not grow
 * @param headGrowth the same on the head
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Retention(long base, long head, Optional<Double> baseGrowth, Optional<Double> headGrowth) {
    /** What a JVM allocates meanwhile for itself. */
    private static final long NOISE = 128 << 10;

    /**
     * What the inputs of one fork hold.
     *
     * @param bytes of the heap
     * @param operations how many the fork did
     */
    public record Held(long bytes, double operations) {
        /** Whether it is more than chance. */
        public boolean counts() {
            return bytes >= NOISE;
        }

        /** What a fork wrote: a line of bytes for each of its states; absent if it wrote nothing. */
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

        /** Each iteration, of the warm-up too, did as many as fit into its time; a single shot did one. */
        private static double operations(ForkSamples samples) {
            Values all = Values.of(DoubleStream.concat(samples.warmup().stream(), samples.values().stream()));
            ForkSamples whole = new ForkSamples(
                    samples.mode(),
                    samples.threads(),
                    samples.iterationSeconds(),
                    Values.NONE,
                    true,
                    all,
                    List.of(),
                    Map.of(),
                    Map.of());
            return samples.iterationSeconds() > 0
                    ? whole.secondsPerOperation().stream()
                            .map(seconds -> samples.threads() * samples.iterationSeconds() / seconds)
                            .sum()
                    : all.size();
        }
    }

    /**
     * What two forks a side say, of which one did more operations; absent if neither side holds more than chance.
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
