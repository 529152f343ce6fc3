package dev.clnrm.bench.verdict;

import dev.clnrm.bench.analyse.Comparison;
import dev.clnrm.bench.analyse.Estimate;
import dev.clnrm.bench.analyse.Evidence;
import dev.clnrm.bench.analyse.ForkLevel;
import dev.clnrm.bench.analyse.Interval;
import dev.clnrm.bench.analyse.Look;
import dev.clnrm.bench.analyse.Metric;
import dev.clnrm.bench.analyse.Sizing;
import dev.clnrm.bench.analyse.Stopping;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Measured;
import java.util.List;
import java.util.Optional;

/**
 * One comparison, judged. With m the tolerance, on the log scale from −ln(1 + m) to ln(1 + m): regressed when the evidence is below
 * the level and the estimate beyond +m; improved the other way round; unchanged when the 90 % interval lies within the tolerance, which
 * is two one-sided tests at 5 % (Schuirmann 1987); else inconclusive.
 *
 * @param comparison one metric of one case
 * @param caveats what qualifies it
 * @param settings how to judge
 */
record ChangeJudge(Comparison comparison, List<Caveat> caveats, ChangeSettings settings) {
    private static final String SAME_CODE =
            "its classes are identical on both sides; it may read a file, a resource or a system property that changed";

    ChangeVerdict judge() {
        double base = comparison.base().value().orElse(Double.NaN);
        ChangeRule rule = settings.rules().of(comparison.name(), comparison.metric(), base);
        double tolerance = rule.toleranceAt(base);
        Optional<Caveat.Unlike> unlike = unlike();
        if (unlike.isPresent()) {
            return verdict(Finding.INCONCLUSIVE, rule, tolerance, Optional.empty(), List.of(Reasons.of(unlike.get())));
        }
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            return verdict(Finding.INCONCLUSIVE, rule, tolerance, Optional.empty(), List.of(missing.get()));
        }
        if (proven(comparison.slower(), tolerance, 1)) {
            return verdict(Finding.REGRESSED, rule, tolerance, spoken(comparison.slower()), whereToLook());
        }
        if (proven(comparison.faster(), tolerance, -1)) {
            return verdict(Finding.IMPROVED, rule, tolerance, spoken(comparison.faster()), whereToLook());
        }
        if (equivalent(tolerance)) {
            return verdict(Finding.UNCHANGED, rule, tolerance, Optional.empty(), List.of());
        }
        return verdict(Finding.INCONCLUSIVE, rule, tolerance, Optional.empty(), List.of(holds(tolerance)));
    }

    /** Where a change comes from that no class explains. */
    private List<String> whereToLook() {
        return settings.sameCode().contains(comparison.name()) ? List.of(SAME_CODE) : List.of();
    }

    /** What forbids a verdict. Another machine allocates the same; another JDK or other flags need not. */
    private Optional<Caveat.Unlike> unlike() {
        return caveats.stream()
                .filter(Caveat.Unlike.class::isInstance)
                .map(Caveat.Unlike.class::cast)
                .filter(one -> !one.allowed())
                .filter(one -> comparison.metric() == Metric.TIME
                        || one.difference().aspect() == Conditions.Aspect.JDK
                        || one.difference().aspect() == Conditions.Aspect.FLAGS)
                .findFirst();
    }

    private Optional<String> missing() {
        if (comparison.slower().isPresent() && comparison.faster().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Reasons.of(comparison.base())
                .map(reason -> "base: " + reason)
                .or(() -> Reasons.of(comparison.head()).map(reason -> "head: " + reason))
                .orElse("the two sides cannot be compared"));
    }

    /** Whether the change is proven in a direction, 1 for slower, and its estimate lies beyond the tolerance. */
    private boolean proven(Optional<Evidence> evidence, double tolerance, int direction) {
        if (evidence.isEmpty() || !(evidence.get().adjusted() < settings.level())) {
            return false;
        }
        Optional<Interval> spoke = spoken(evidence);
        return spoke.isPresent()
                ? direction * Math.log(spoke.get().estimate()) > Math.log1p(tolerance)
                : direction * difference() > amount(tolerance);
    }

    /** The interval of the statistic the evidence comes from. */
    private Optional<Interval> spoken(Optional<Evidence> evidence) {
        return evidence.map(Evidence::look).filter(look -> look == Look.FLOOR).isPresent()
                ? comparison.floor()
                : comparison.change();
    }

    private boolean equivalent(double tolerance) {
        Optional<Interval> ninety = comparison.equivalence();
        if (ninety.isPresent()) {
            double limit = Math.log1p(tolerance);
            return Math.log(ninety.get().low()) >= -limit
                    && Math.log(ninety.get().high()) <= limit;
        }
        double amount = amount(tolerance);
        Optional<Interval> base = comparison.base().interval();
        Optional<Interval> head = comparison.head().interval();
        return base.isPresent()
                && head.isPresent()
                && head.get().high() - base.get().low() <= amount
                && base.get().high() - head.get().low() <= amount;
    }

    /** Head less base in base units, for a base of nothing, which has no ratio. */
    private double difference() {
        return comparison.head().value().orElse(Double.NaN)
                - comparison.base().value().orElse(Double.NaN);
    }

    private double amount(double tolerance) {
        double base = comparison.base().value().orElse(Double.NaN);
        double least = settings.rules()
                .of(comparison.name(), comparison.metric(), base)
                .least();
        return base > 0 ? Math.max(least, tolerance * base) : least;
    }

    private String holds(double tolerance) {
        Optional<Interval> change = comparison.change();
        if (change.isEmpty()) {
            return "the forks of the two sides overlap";
        }
        boolean none = change.get().holds(1);
        double limit = change.get().estimate() >= 1 ? 1 + tolerance : 1 / (1 + tolerance);
        boolean limits = change.get().holds(limit);
        if (settings.looks().isPresent() && slowdownExcluded(tolerance)) {
            return "a slowdown of " + Reasons.percent(Math.max(Stopping.EXCLUDING, tolerance)) + " is excluded";
        }
        if (none && limits) {
            return "the interval holds both no change and the limit of " + Reasons.percent(tolerance);
        }
        if (none) {
            return "the interval holds no change";
        }
        return limits
                ? "the interval holds the limit of " + Reasons.percent(tolerance)
                : "not proven over all the cases judged together";
    }

    private boolean slowdownExcluded(double tolerance) {
        double limit = 1 + Math.max(Stopping.EXCLUDING, tolerance);
        return comparison.equivalence().filter(i -> i.high() < limit).isPresent()
                || comparison.floor().filter(i -> i.high() < limit).isPresent();
    }

    private Optional<Integer> forksToDecide(double tolerance) {
        if (comparison.metric() != Metric.TIME || comparison.change().isEmpty()) {
            return Optional.empty();
        }
        Interval change = comparison.change().get();
        double estimate = Math.log(change.estimate());
        double inside = Math.log1p(tolerance) - Math.abs(estimate);
        int forks = Math.max(comparison.baseForks(), comparison.headForks());
        Optional<Interval> ninety = comparison.equivalence();
        return inside > 0 && ninety.isPresent()
                ? Sizing.forksToDecide(forks, Math.log(ninety.get().high()) - estimate, inside)
                : Sizing.forksToDecide(forks, Math.log(change.high()) - estimate, estimate);
    }

    private ChangeVerdict verdict(
            Finding finding, ChangeRule rule, double tolerance, Optional<Interval> spoke, List<String> reasons) {
        Optional<Waived> waiver = finding == Finding.REGRESSED
                ? Optional.ofNullable(settings.waivers().get(comparison.name()))
                : Optional.empty();
        boolean otherTime = caveats.stream().anyMatch(Caveat.OtherTime.class::isInstance)
                && comparison.metric() == Metric.TIME
                && !settings.trustOtherTimes();
        return new ChangeVerdict(
                comparison.name(),
                comparison.mode(),
                comparison.metric(),
                finding,
                finding == Finding.REGRESSED ? Optional.of(severity(rule, spoke)) : Optional.empty(),
                waiver.isEmpty() && !otherTime,
                waiver,
                Optional.of(comparison.base()),
                Optional.of(comparison.head()),
                Optional.of(comparison),
                spoke,
                rule,
                tolerance,
                finding == Finding.INCONCLUSIVE && unlike().isEmpty() ? forksToDecide(tolerance) : Optional.empty(),
                reasons,
                caveats);
    }

    private static Severity severity(ChangeRule rule, Optional<Interval> spoke) {
        return spoke.map(interval -> rule.severity(interval.estimate() - 1)).orElse(Severity.ALERT);
    }

    /** The verdict of a case only one side has. */
    static ChangeVerdict oneSided(Measured only, boolean isNew, ChangeSettings settings) {
        Optional<Estimate> estimate = Optional.of(ForkLevel.time(only.samples(), settings.confidence()));
        return oneSided(
                CaseKey.of(only.samples()),
                isNew ? Finding.NEW : Finding.VANISHED,
                isNew ? Optional.empty() : estimate,
                isNew ? estimate : Optional.empty(),
                settings);
    }

    /** The verdict of a case the head has no more, and whose base nobody measured. */
    static ChangeVerdict vanished(CaseKey key, ChangeSettings settings) {
        return oneSided(key, Finding.VANISHED, Optional.empty(), Optional.empty(), settings);
    }

    private static ChangeVerdict oneSided(
            CaseKey key, Finding finding, Optional<Estimate> base, Optional<Estimate> head, ChangeSettings settings) {
        double value = base.or(() -> head).flatMap(Estimate::value).orElse(Double.NaN);
        ChangeRule rule = settings.rules().of(key.name(), Metric.TIME, value);
        return new ChangeVerdict(
                key.name(),
                key.mode(),
                Metric.TIME,
                finding,
                Optional.empty(),
                false,
                Optional.empty(),
                base,
                head,
                Optional.empty(),
                Optional.empty(),
                rule,
                rule.tolerance(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
