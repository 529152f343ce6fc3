package dev.clnrm.bench.research;

import dev.clnrm.bench.calibrate.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often a rule was right.
 *
 * @param alarms cases with the same code that were called slower
 * @param cases cases with the same code
 * @param suitesWithAlarm suites with the same code that have at least one such case
 * @param suites suites with the same code
 * @param forks the forks used on the same code, added up over suites
 * @param changes how often each change was found
 * @param excluded how often a slowdown was excluded
 */
public record Rates(
        long alarms,
        long cases,
        long suitesWithAlarm,
        long suites,
        double forks,
        Map<Change, Share> changes,
        Map<Excluded, Share> excluded) {
    static final Rates NONE = new Rates(0, 0, 0, 0, 0, Map.of(), Map.of());

    public Rates {
        changes = Map.copyOf(changes);
        excluded = Map.copyOf(excluded);
    }

    /** The rates for one suite with the same code. */
    static Rates same(Calls calls) {
        long alarms = calls.slower().stream().filter(called -> called).count();
        return new Rates(
                alarms,
                calls.slower().size(),
                alarms > 0 ? 1 : 0,
                1,
                calls.forks(),
                Map.of(),
                Map.of(Excluded.SAME_AT_FIVE, share(calls.ok()), Excluded.SAME_AT_TEN, share(calls.okAtTen())));
    }

    private static Share share(List<Boolean> said) {
        return new Share(said.stream().filter(one -> one).count(), said.size());
    }

    /** The rates for one suite with a change in the case at {@code place}. */
    static Rates changed(Change change, Calls calls, int place) {
        Map<Excluded, Share> excluded = new EnumMap<>(Excluded.class);
        if (change == Change.FIVE_PERCENT && !calls.ok().isEmpty()) {
            excluded.put(Excluded.FIVE_AT_FIVE, share(calls.ok().subList(place, place + 1)));
        }
        if (change == Change.TEN_PERCENT && !calls.okAtTen().isEmpty()) {
            excluded.put(Excluded.TEN_AT_TEN, share(calls.okAtTen().subList(place, place + 1)));
        }
        return new Rates(0, 0, 0, 0, 0, Map.of(change, share(calls.slower().subList(place, place + 1))), excluded);
    }

    /** The sum of both. */
    Rates plus(Rates other) {
        Map<Change, Share> both = new EnumMap<>(Change.class);
        both.putAll(changes);
        other.changes.forEach((change, share) -> both.merge(change, share, Share::plus));
        Map<Excluded, Share> ofBoth = new EnumMap<>(Excluded.class);
        ofBoth.putAll(excluded);
        other.excluded.forEach((one, share) -> ofBoth.merge(one, share, Share::plus));
        return new Rates(
                alarms + other.alarms,
                cases + other.cases,
                suitesWithAlarm + other.suitesWithAlarm,
                suites + other.suites,
                forks + other.forks,
                both,
                ofBoth);
    }

    /** The rate of false alarms per case. */
    public Share perCase() {
        return new Share(alarms, cases);
    }

    /** The rate of suites with at least one false alarm. */
    public Share perSuite() {
        return new Share(suitesWithAlarm, suites);
    }

    /** The rate at which the change was found. */
    public Share found(Change change) {
        return changes.getOrDefault(change, new Share(0, 0));
    }

    /** The rate at which a slowdown was excluded; without trials if the rule has no such result. */
    public Share excluded(Excluded what) {
        return excluded.getOrDefault(what, new Share(0, 0));
    }

    /** The mean number of forks per side and case on the same code. */
    public double forksUsed() {
        return forks / suites;
    }
}
