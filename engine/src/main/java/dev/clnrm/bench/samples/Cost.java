package dev.clnrm.bench.samples;

import java.util.List;
import java.util.Optional;

/**
 * How one side or two were measured in one run, and what that took.
 *
 * @param seed what the order of cases and sides was drawn from
 * @param seconds how long it took
 * @param baseForks forks of the base that count
 * @param headForks forks of the head that count
 * @param mostForks the most forks a case could get on each side
 * @param decidedEarly cases decided by fewer forks than that
 * @param controls cases whose code is the same on both sides
 * @param replaced forks measured again because something disturbed them, one clause each
 * @param folder the folder of the run
 * @param memory the memory its processes used, if that was read
 */
public record Cost(
        long seed,
        double seconds,
        int baseForks,
        int headForks,
        int mostForks,
        int decidedEarly,
        int controls,
        List<String> replaced,
        Optional<String> folder,
        Optional<MemoryUse> memory) {
    public Cost {
        replaced = List.copyOf(replaced);
    }

    /** What it took to measure one side. */
    public static Cost of(long seed, double seconds, int forks) {
        return new Cost(seed, seconds, 0, forks, 0, 0, 0, List.of(), Optional.empty(), Optional.empty());
    }

    /** The same if it took so many seconds. */
    public Cost took(double time) {
        return new Cost(seed, time, baseForks, headForks, mostForks, decidedEarly, controls, replaced, folder, memory);
    }

    /** The same with the folder of the run. */
    public Cost keptIn(String where) {
        return new Cost(
                seed,
                seconds,
                baseForks,
                headForks,
                mostForks,
                decidedEarly,
                controls,
                replaced,
                Optional.of(where),
                memory);
    }

    /** The same with the memory that was used. */
    public Cost using(Optional<MemoryUse> read) {
        return new Cost(seed, seconds, baseForks, headForks, mostForks, decidedEarly, controls, replaced, folder, read);
    }
}
