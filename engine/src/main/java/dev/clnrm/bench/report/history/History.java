package dev.clnrm.bench.report.history;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

    /** The names of the platforms for programs: in full, and with its letter if another has the same. */
    public List<String> names() {
        List<String> full = platforms.stream().map(Platform::full).toList();
        return IntStream.range(0, full.size())
                .mapToObj(one -> Collections.frequency(full, full.get(one)) == 1
                        ? full.get(one)
                        : full.get(one) + " · " + Platform.letter(one))
                .toList();
    }

    /**
     * The run of the latest commit of a branch; the last one by time if the branch has none. There must be at least one run.
     *
     * @param branch whether the branch contains a commit
     */
    public PastRun newest(Predicate<String> branch) {
        List<PastRun> own = runs.stream()
                .filter(run -> run.commit().filter(branch).isPresent())
                .toList();
        return own.isEmpty() ? Collections.max(runs, Comparator.comparing(PastRun::started)) : own.get(own.size() - 1);
    }

    public PastRun run(Point point) {
        return runs.get(point.run());
    }
}
