package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Comparing;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Comparisons;
import dev.clnrm.bench.stats.Limits;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Sequential;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.stats.Stopping;
import dev.clnrm.bench.stats.TwoSides;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cases of two sides, matched by name, mode and parameters.
 *
 * @param base the side to compare with
 * @param head the side to judge
 * @param turns how the sides took turns; empty if they come from two runs
 * @param rules the rules
 */
record Matching(Side base, Side head, Optional<RunSamples.Turns> turns, Rules rules) {
    /**
     * If the p value is below this in either direction, a case with the same code on both sides gets more forks. The value includes the
     * share of the significance level that the test may spend: after three of at most five forks it corresponds to a p value of 0.09, so
     * fewer than one unchanged case in five continues.
     */
    private static final double HINT = 0.5;

    /** The two sides of a run that has both. */
    Matching(RunSamples run, Rules rules) {
        this(run.base().orElseThrow(), run.head(), run.turns(), rules);
    }

    /** A case that both sides have. */
    private record Both(TwoSides sides, List<Caveat> caveats) {}

    /** The conditions of both sides; many cases share them. */
    private record Alike(Conditions base, Conditions head) {}

    ChangeJudgement judge(HeadJudgement promises) {
        Map<CaseKey, Measured> ofHead = byKey(head);
        Map<CaseKey, Measured> ofBase = comparable(byKey(base), ofHead);
        List<CaseFailure> failures = CaseFailure.of(base, head);
        Map<CaseKey, Both> both = new LinkedHashMap<>();
        Map<List<Caveat>, List<Caveat>> shared = new LinkedHashMap<>();
        Map<Alike, List<Caveat>> known = new HashMap<>();
        Set<CaseName> unlike = new HashSet<>();
        ofBase.forEach((key, measured) -> {
            Measured other = ofHead.get(key);
            if (other != null) {
                List<Caveat> found = known.computeIfAbsent(
                        new Alike(measured.conditions(), other.conditions()),
                        alike -> shared.computeIfAbsent(caveats(alike.base, alike.head), same -> same));
                both.put(
                        key, new Both(new TwoSides(measured.samples(), other.samples()), qualified(key.name(), found)));
                if (found.stream().anyMatch(Matching::forbids)) {
                    unlike.add(key.name());
                }
            }
        });
        Spreads spreadOfBase = Spreads.of(base.family());
        Spreads spreadOfHead = Spreads.of(head.family());
        Comparing how = new Comparing(rules.confidence(), rules.level(), unlike, spreadOfBase, spreadOfHead);
        Comparisons compared = look(both, how).comparisons();
        List<ChangeVerdict> verdicts = new ArrayList<>(
                explained(verdicts(ofBase, ofHead, compared, both, spreadOfBase, spreadOfHead), failures));
        turns.ifPresent(one -> one.removed().forEach(key -> verdicts.add(ChangeJudge.removed(key, rules))));
        return new ChangeJudgement(
                verdicts,
                promises,
                census(verdicts, compared.family(), promises),
                compared.noiseFloor(),
                compared.moderated(),
                whole(shared.keySet()),
                rules,
                failures,
                Secondaries.compared(base.samples(), head.samples(), how),
                goal());
    }

    /** The base without the cases that failed there but ran on the head; such a case counts as a case that only the head has. */
    private static Map<CaseKey, Measured> comparable(Map<CaseKey, Measured> ofBase, Map<CaseKey, Measured> ofHead) {
        Map<CaseKey, Measured> kept = new LinkedHashMap<>(ofBase);
        kept.entrySet().removeIf(one -> {
            Measured other = ofHead.get(one.getKey());
            return one.getValue().samples().finished().isEmpty()
                    && other != null
                    && !other.samples().finished().isEmpty();
        });
        return kept;
    }

    /** The same verdicts, with the failure as the reason why a case is unknown. */
    private static List<ChangeVerdict> explained(List<ChangeVerdict> verdicts, List<CaseFailure> failures) {
        Map<CaseName, CaseFailure> byName = failures.stream().collect(Collectors.toMap(CaseFailure::name, one -> one));
        return verdicts.stream()
                .map(verdict -> {
                    CaseFailure failure = byName.get(verdict.name());
                    return failure == null || verdict.judged() ? verdict : verdict.because(List.of(failure.sentence()));
                })
                .toList();
    }

    /** The cases that need no further forks. */
    Set<CaseName> decided() {
        Map<CaseKey, Measured> ofHead = byKey(head);
        Map<CaseKey, Both> both = new LinkedHashMap<>();
        comparable(byKey(base), ofHead).forEach((key, measured) -> {
            Measured other = ofHead.get(key);
            if (other != null) {
                both.put(key, new Both(new TwoSides(measured.samples(), other.samples()), List.of()));
            }
        });
        Sequential looked = look(both, new Comparing(rules.confidence(), rules.level(), Set.of()));
        Set<CaseName> decided = new HashSet<>();
        int place = 0;
        for (CaseKey key : both.keySet()) {
            if (looked.decided().get(place)) {
                decided.add(key.name());
            }
            place++;
        }
        looked.comparisons().all().stream()
                .filter(one -> one.metric() == Metric.TIME
                        && hasSameCode(one.name())
                        && Math.min(one.base().forks(), one.head().forks()) >= firstLook()
                        && one.slower().isPresent()
                        && one.faster().isPresent()
                        && !hints(one)
                        && (goal().isEmpty() || isDecided(one)))
                .forEach(one -> decided.add(one.name()));
        return decided;
    }

    /** The caveats of a case: its own, and those of all cases measured under the same conditions. */
    private List<Caveat> qualified(CaseName name, List<Caveat> found) {
        return turns.filter(one -> one.overlaid().contains(name)).isPresent()
                ? Stream.concat(found.stream(), Stream.of(new Caveat.HeadsBenchmark()))
                        .toList()
                : found;
    }

    /** Whether its current forks decide it. If the run has a goal, the same code on both sides does not decide it. */
    private boolean isDecided(Comparison one) {
        return new Stopping(rules::limits).called(one, rules.level()) != Limits.Called.OPEN;
    }

    private Optional<Goal> goal() {
        return turns.flatMap(RunSamples.Turns::goal);
    }

    private int firstLook() {
        return turns.map(one -> one.looks().looks().get(0)).orElse(Integer.MAX_VALUE);
    }

    private boolean hasSameCode(CaseName name) {
        return turns.filter(one -> one.sameCode().contains(name)).isPresent();
    }

    /** Whether the samples of a case indicate a change although its code is the same. */
    private static boolean hints(Comparison one) {
        return Stream.of(one.slower(), one.faster())
                .flatMap(Optional::stream)
                .anyMatch(evidence -> evidence.p() < HINT);
    }

    private Sequential look(Map<CaseKey, Both> both, Comparing how) {
        List<TwoSides> sides = both.values().stream().map(Both::sides).toList();
        if (turns.isEmpty()) {
            return new Sequential(Comparisons.of(sides, how), List.of());
        }
        return Sequential.of(
                sides,
                how,
                turns.get().looks(),
                new Stopping(rules::limits, goal().equals(Optional.of(Goal.IMPROVED))));
    }

    private static Map<CaseKey, Measured> byKey(Side side) {
        Map<CaseKey, Measured> cases = new LinkedHashMap<>();
        side.cases().forEach(measured -> cases.put(CaseKey.of(measured.samples()), measured));
        return cases;
    }

    /** The verdicts in the order of the cases; a case's allocation follows its time. */
    private List<ChangeVerdict> verdicts(
            Map<CaseKey, Measured> ofBase,
            Map<CaseKey, Measured> ofHead,
            Comparisons compared,
            Map<CaseKey, Both> both,
            Spreads spreadOfBase,
            Spreads spreadOfHead) {
        List<ChangeVerdict> verdicts = new ArrayList<>();
        InOrder next = new InOrder(compared.all());
        ofBase.forEach((key, measured) -> {
            Both of = both.get(key);
            if (of == null) {
                verdicts.add(ChangeJudge.oneSided(measured, spreadOfBase, false, rules));
                return;
            }
            for (Comparison one : next.of(key)) {
                verdicts.add(
                        new ChangeJudge(one, of.caveats, compared.family(), rules, hasSameCode(one.name())).judge());
            }
        });
        ofHead.forEach((key, measured) -> {
            if (!both.containsKey(key)) {
                verdicts.add(ChangeJudge.oneSided(measured, spreadOfHead, true, rules));
            }
        });
        return verdicts;
    }

    /** Collects the comparisons case by case. */
    private static final class InOrder {
        private final List<Comparison> all;
        private int next;

        InOrder(List<Comparison> all) {
            this.all = all;
        }

        List<Comparison> of(CaseKey key) {
            int from = next;
            while (next < all.size()
                    && all.get(next).mode() == key.mode()
                    && all.get(next).name().equals(key.name())) {
                next++;
            }
            return all.subList(from, next);
        }
    }

    private List<Caveat> caveats(Conditions ofBase, Conditions ofHead) {
        List<Caveat> found = new ArrayList<>();
        if (ofBase.host().isEmpty() || ofHead.host().isEmpty()) {
            found.add(new Caveat.HostUnknown());
        }
        for (Conditions.Difference difference : ofBase.differences(ofHead)) {
            found.add(new Caveat.Unlike(
                    difference,
                    rules.strictness().differentHosts() || !difference.aspect().forbids()));
        }
        if (turns.isEmpty()
                && base.job().isPresent()
                && head.job().isPresent()
                && !base.job().equals(head.job())) {
            found.add(new Caveat.OtherTime());
        }
        return List.copyOf(found);
    }

    private static boolean forbids(Caveat caveat) {
        return caveat instanceof Caveat.Unlike unlike && !unlike.allowed();
    }

    private static List<Caveat> whole(Set<List<Caveat>> all) {
        Set<Caveat> each = new LinkedHashSet<>();
        all.forEach(each::addAll);
        return List.copyOf(each);
    }

    private static ChangeCensus census(List<ChangeVerdict> verdicts, int family, HeadJudgement promises) {
        List<ChangeVerdict> times =
                verdicts.stream().filter(v -> v.metric() == Metric.TIME).toList();
        int judged = (int) times.stream().filter(ChangeVerdict::judged).count();
        Census ofHead = promises.census();
        return new ChangeCensus(judged, times.size(), family, ofHead.judged(), ofHead.promises());
    }
}
