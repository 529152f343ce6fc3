package dev.clnrm.bench.model;

import java.util.Optional;

/**
 * The limits of a benchmark, and the reason.
 *
 * @param label the name that people see
 * @param category the category under which it is listed
 * @param time limit of time per operation
 * @param allocation limit of bytes allocated per operation
 * @param timeChange how time may change against the base
 * @param allocationChange how allocation may change against the base
 * @param because the reason
 * @param owner the person or team to ask
 */
public record Budget(
        Optional<String> label,
        Optional<String> category,
        Optional<Limit<Time>> time,
        Optional<Limit<Bytes>> allocation,
        Optional<Change> timeChange,
        Optional<Change> allocationChange,
        Optional<String> because,
        Optional<String> owner) {
    /** No limits. */
    public static final Budget NONE = new Budget(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Budget withLabel(String text) {
        return new Budget(Optional.of(text), category, time, allocation, timeChange, allocationChange, because, owner);
    }

    public Budget withCategory(String text) {
        return new Budget(label, Optional.of(text), time, allocation, timeChange, allocationChange, because, owner);
    }

    public Budget withTime(Limit<Time> limit) {
        return new Budget(
                label, category, Optional.of(limit), allocation, timeChange, allocationChange, because, owner);
    }

    public Budget withAllocation(Limit<Bytes> limit) {
        return new Budget(label, category, time, Optional.of(limit), timeChange, allocationChange, because, owner);
    }

    public Budget withTimeChange(Change change) {
        return new Budget(label, category, time, allocation, Optional.of(change), allocationChange, because, owner);
    }

    public Budget withAllocationChange(Change change) {
        return new Budget(label, category, time, allocation, timeChange, Optional.of(change), because, owner);
    }

    public Budget withBecause(String reason) {
        return new Budget(label, category, time, allocation, timeChange, allocationChange, Optional.of(reason), owner);
    }

    public Budget withOwner(String name) {
        return new Budget(label, category, time, allocation, timeChange, allocationChange, because, Optional.of(name));
    }

    /** This budget, overridden by {@code nearer} metric by metric. */
    public Budget overriddenBy(Budget nearer) {
        return new Budget(
                nearer.label.or(() -> label),
                nearer.category.or(() -> category),
                nearer.time.or(() -> time),
                nearer.allocation.or(() -> allocation),
                merge(timeChange, nearer.timeChange),
                merge(allocationChange, nearer.allocationChange),
                nearer.because.or(() -> because),
                nearer.owner.or(() -> owner));
    }

    private static Optional<Change> merge(Optional<Change> farther, Optional<Change> nearer) {
        if (farther.isPresent() && nearer.isPresent()) {
            return Optional.of(farther.get().overriddenBy(nearer.get()));
        }
        return nearer.or(() -> farther);
    }
}
