package dev.clnrm.bench.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a profiler saw of one fork while values were measured.
 *
 * @param kinds the stacks of each kind that has samples
 * @param seconds how long it looked
 * @param held what the inputs held in the end; absent if it is not known
 */
public record Profile(Map<ProfileKind, Stacks> kinds, double seconds, Optional<Retention.Held> held) {
    /** Below this share of its time on a processor, a case is explained by its waiting as well. */
    private static final double BUSY = 0.7;

    public Profile {
        kinds = Collections.unmodifiableMap(kinds.isEmpty() ? Map.of() : new EnumMap<>(kinds));
    }

    /** What only the profiler saw. */
    public Profile(Map<ProfileKind, Stacks> kinds, double seconds) {
        this(kinds, seconds, Optional.empty());
    }

    /** The same with what the inputs held in the end. */
    Profile holding(Optional<Retention.Held> inputs) {
        return new Profile(kinds, seconds, inputs);
    }

    /** The stacks of a kind. */
    public Stacks of(ProfileKind kind) {
        return kinds.getOrDefault(kind, Stacks.NONE);
    }

    /** The largest share that a method has in the samples of a kind, with all it calls. */
    public double below(String method) {
        return kinds.values().stream()
                .mapToDouble(stacks -> stacks.below(method))
                .max()
                .orElse(0);
    }

    /** What explains the time of a case: its samples on the processor or, if it waits much on either side, all of its time. */
    public static ProfileKind timeOf(Profile base, Profile head) {
        return base.waits() || head.waits() ? ProfileKind.WALL : ProfileKind.CPU;
    }

    /** Whether it waits for so much of its time that samples on the processor do not explain it. */
    public boolean waits() {
        return of(ProfileKind.WALL).total() > 0
                && of(ProfileKind.CPU).total() < BUSY * of(ProfileKind.WALL).total();
    }
}
