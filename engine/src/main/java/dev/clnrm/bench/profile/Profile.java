package dev.clnrm.bench.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The profile of the measured iterations of one fork.
 *
 * @param kinds the stacks of each kind that has samples
 * @param seconds the duration of the profile
 * @param held the memory that the inputs held at the end; empty if unknown
 */
public record Profile(Map<ProfileKind, Stacks> kinds, double seconds, Optional<Retention.Held> held) {
    /** The share of CPU time below which waiting may explain a case as well. */
    private static final double BUSY = 0.7;

    public Profile {
        kinds = Collections.unmodifiableMap(kinds.isEmpty() ? Map.of() : new EnumMap<>(kinds));
    }

    /** A profile without the memory of inputs. */
    public Profile(Map<ProfileKind, Stacks> kinds, double seconds) {
        this(kinds, seconds, Optional.empty());
    }

    /** The same with the memory that the inputs held at the end. */
    Profile holding(Optional<Retention.Held> inputs) {
        return new Profile(kinds, seconds, inputs);
    }

    public Stacks of(ProfileKind kind) {
        return kinds.getOrDefault(kind, Stacks.NONE);
    }

    /** The largest share of a method in the samples of any kind, including all methods that it calls. */
    public double below(String method) {
        return kinds.values().stream()
                .mapToDouble(stacks -> stacks.below(method))
                .max()
                .orElse(0);
    }

    /** The kind that explains the time of a case: CPU samples or, if it waits much on either side, all of its time. */
    public static ProfileKind timeOf(Profile base, Profile head) {
        return base.waits() || head.waits() ? ProfileKind.WALL : ProfileKind.CPU;
    }

    /** Whether it waits so much that CPU samples do not explain its time. */
    public boolean waits() {
        return of(ProfileKind.WALL).total() > 0
                && of(ProfileKind.CPU).total() < BUSY * of(ProfileKind.WALL).total();
    }
}
