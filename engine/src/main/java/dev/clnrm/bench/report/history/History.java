package dev.clnrm.bench.report.history;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Stored runs, case by case.
 *
 * @param runs in the order of commits as far as it is known, else of time
 * @param platforms in the order in which each was first seen
 * @param cases in the order in which each was first seen
 * @param confidence of intervals
 * @param between the number of commits from one to a later one; empty if it is not known
 * @param notes what was omitted, one clause each
 */
public record History(
        List<PastRun> runs,
        List<Platform> platforms,
        List<CaseHistory> cases,
        double confidence,
        BiFunction<String, String, Optional<Integer>> between,
        List<String> notes) {
    public History {
        runs = List.copyOf(runs);
        platforms = List.copyOf(platforms);
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }

    /** The name of a platform for programs: in full, and with its letter if another has the same. */
    public String name(int platform) {
        String name = platforms.get(platform).full();
        boolean alone =
                platforms.stream().filter(one -> one.full().equals(name)).count() == 1;
        return alone ? name : name + " · " + Platform.letter(platform);
    }

    /** The run of the latest commit. There must be at least one run. */
    public PastRun newest() {
        return runs.get(runs.size() - 1);
    }

    public PastRun run(Point point) {
        return runs.get(point.run());
    }
}
