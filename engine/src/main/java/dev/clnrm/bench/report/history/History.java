package dev.clnrm.bench.report.history;

import java.util.List;

/**
 * Stored runs, case by case.
 *
 * @param runs the earliest first
 * @param platforms in the order in which each was first seen
 * @param cases in the order in which each was first seen
 * @param confidence of intervals
 * @param notes what was omitted, one clause each
 */
public record History(
        List<PastRun> runs, List<Platform> platforms, List<CaseHistory> cases, double confidence, List<String> notes) {
    public History {
        runs = List.copyOf(runs);
        platforms = List.copyOf(platforms);
        cases = List.copyOf(cases);
        notes = List.copyOf(notes);
    }

    public PastRun run(Point point) {
        return runs.get(point.run());
    }
}
