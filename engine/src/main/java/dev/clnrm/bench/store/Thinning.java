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
 * Which old runs make room. All runs of the last 90 days stay. Of older ones the last of a day stays, and after two years the last of a week:
 * of each platform one. Age counts from the newest run, so that a branch nobody writes to keeps what it has.
 */
final class Thinning {
    private static final int ALL_DAYS = 90;
    private static final int DAILY_DAYS = 730;
    private static final int WEEK = 7;

    private Thinning() {}

    /** The runs that make room, but for those that have a name. */
    static Set<RunFile> superfluous(Collection<RunFile> runs, Set<String> named) {
        LocalDate newest =
                runs.stream().map(RunFile::day).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
        Map<List<Object>, RunFile> last = new HashMap<>();
        Set<RunFile> superfluous = new HashSet<>();
        for (RunFile run : runs) {
            long age = ChronoUnit.DAYS.between(run.day(), newest);
            if (age >= ALL_DAYS && !named.contains(run.id())) {
                long span = age < DAILY_DAYS ? 1 : WEEK;
                last.merge(
                        List.of(run.platform(), span, Math.floorDiv(run.day().toEpochDay(), span)),
                        run,
                        (one, other) -> {
                            boolean later = one.id().compareTo(other.id()) < 0;
                            superfluous.add(later ? one : other);
                            return later ? other : one;
                        });
            }
        }
        return superfluous;
    }
}
