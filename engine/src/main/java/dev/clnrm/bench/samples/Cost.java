package dev.clnrm.bench.samples;

import java.util.List;
import java.util.Optional;

/**
 * The cost of measuring one side or two in one run.
 *
 * @param seed the seed of the order of cases and sides
 * @param seconds the duration
 * @param baseForks forks of the base that count
 * @param headForks forks of the head that count
 * @param mostForks the most forks of a case on each side
 * @param decidedEarly cases decided with fewer forks
 * @param controls cases whose code is the same on both sides
 * @param replaced forks measured again because of a disturbance, one clause each
 * @param folder the folder of the run
 * @param memory the memory of its processes, if it was read
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

    public static Cost of(long seed, double seconds, int forks) {
        return new Cost(seed, seconds, 0, forks, 0, 0, 0, List.of(), Optional.empty(), Optional.empty());
    }

    /** The same with another duration, in seconds. */
    public Cost took(double time) {
        return new Cost(seed, time, baseForks, headForks, mostForks, decidedEarly, controls, replaced, folder, memory);
    }

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

    public Cost using(Optional<MemoryUse> read) {
        return new Cost(seed, seconds, baseForks, headForks, mostForks, decidedEarly, controls, replaced, folder, read);
    }
}
