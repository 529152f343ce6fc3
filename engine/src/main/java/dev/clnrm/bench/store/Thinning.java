package dev.clnrm.bench.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the old runs to delete. All runs of the last 90 days are kept. Of older runs of the same cases on the same platform the last of each
 * day is kept, and after two years the last of each week. A run beside a base is compared only with runs of the same commit and base. Age counts from the newest run, so a branch without new runs loses
 * nothing. A run with a date in the future does not count.
 */
final class Thinning {
    private static final int ALL_DAYS = 90;
    private static final int DAILY_DAYS = 730;
    private static final int WEEK = 7;

    private Thinning() {}

    /** The runs to delete. Runs with a name are never among them. */
    static Set<RunFile> superfluous(Collection<RunFile> runs, Set<String> named, LocalDate today) {
        LocalDate newest = runs.stream()
                .map(RunFile::day)
                .filter(day -> !day.isAfter(today))
                .max(LocalDate::compareTo)
                .orElse(today);
        Map<List<Object>, RunFile> last = new HashMap<>();
        Set<RunFile> superfluous = new HashSet<>();
        for (RunFile run : runs) {
            long age = ChronoUnit.DAYS.between(run.day(), newest);
            if (age >= ALL_DAYS && !named.contains(run.id())) {
                long span = age < DAILY_DAYS ? 1 : WEEK;
                last.merge(
                        List.of(run.kind(), span, Math.floorDiv(run.day().toEpochDay(), span)), run, (one, other) -> {
                            boolean later = one.id().compareTo(other.id()) < 0;
                            superfluous.add(later ? one : other);
                            return later ? other : one;
                        });
            }
        }
        return superfluous;
    }
}
