package dev.clnrm.bench.verdict;

import dev.clnrm.bench.analyse.Comparing;
import dev.clnrm.bench.analyse.Comparison;
import dev.clnrm.bench.analyse.Comparisons;
import dev.clnrm.bench.analyse.Metric;
import dev.clnrm.bench.analyse.TwoSides;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cases of two sides brought together by name, mode and parameters.
 *
 * @param base what is compared against
 * @param head what is compared
 * @param settings how to judge
 */
record Matching(Side base, Side head, ChangeSettings settings) {
    ChangeJudgement judge(Judgement promises) {
        Map<CaseKey, Measured> ofBase = byKey(base);
        Map<CaseKey, Measured> ofHead = byKey(head);
        List<TwoSides> both = new ArrayList<>();
        Map<CaseKey, List<Caveat>> caveats = new HashMap<>();
        Map<List<Caveat>, List<Caveat>> shared = new HashMap<>();
        Set<CaseName> unlike = new HashSet<>();
        ofBase.forEach((key, measured) -> {
            Measured other = ofHead.get(key);
            if (other != null) {
                both.add(new TwoSides(measured.samples(), other.samples()));
                List<Caveat> found = caveats(measured.conditions(), other.conditions());
                caveats.put(key, shared.computeIfAbsent(found, same -> same));
                if (found.stream().anyMatch(Matching::forbids)) {
                    unlike.add(key.name());
                }
            }
        });
        Comparisons compared = Comparisons.of(both, new Comparing(settings.confidence(), settings.level(), unlike));
        List<ChangeVerdict> verdicts = verdicts(ofBase, ofHead, compared, caveats);
        return new ChangeJudgement(
                verdicts,
                promises,
                census(verdicts, compared.family(), promises),
                compared.noiseFloor(),
                compared.prior().isPresent(),
                whole(shared.keySet()),
                settings);
    }

    private static Map<CaseKey, Measured> byKey(Side side) {
        Map<CaseKey, Measured> cases = new LinkedHashMap<>();
        side.cases().forEach(measured -> cases.put(CaseKey.of(measured.samples()), measured));
        return cases;
    }

    private List<ChangeVerdict> verdicts(
            Map<CaseKey, Measured> ofBase,
            Map<CaseKey, Measured> ofHead,
            Comparisons compared,
            Map<CaseKey, List<Caveat>> caveats) {
        Map<CaseKey, List<Comparison>> byKey = new HashMap<>();
        for (Comparison one : compared.all()) {
            byKey.computeIfAbsent(new CaseKey(one.name(), one.mode()), key -> new ArrayList<>(2))
                    .add(one);
        }
        List<ChangeVerdict> verdicts = new ArrayList<>();
        ofBase.forEach((key, measured) -> {
            if (!ofHead.containsKey(key)) {
                verdicts.add(ChangeJudge.oneSided(measured, false, settings));
            }
            for (Comparison one : byKey.getOrDefault(key, List.of())) {
                verdicts.add(new ChangeJudge(one, caveats.getOrDefault(key, List.of()), settings).judge());
            }
        });
        ofHead.forEach((key, measured) -> {
            if (!ofBase.containsKey(key)) {
                verdicts.add(ChangeJudge.oneSided(measured, true, settings));
            }
        });
        return verdicts;
    }

    private List<Caveat> caveats(Conditions ofBase, Conditions ofHead) {
        List<Caveat> found = new ArrayList<>();
        if (ofBase.host().isEmpty() || ofHead.host().isEmpty()) {
            found.add(new Caveat.HostUnknown());
        }
        for (Conditions.Difference difference : ofBase.differences(ofHead)) {
            found.add(new Caveat.Unlike(difference, settings.allowUnlike()));
        }
        if (base.job().isPresent() && head.job().isPresent() && !base.job().equals(head.job())) {
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

    private static ChangeCensus census(List<ChangeVerdict> verdicts, int family, Judgement promises) {
        List<ChangeVerdict> times =
                verdicts.stream().filter(v -> v.metric() == Metric.TIME).toList();
        int judged = (int) times.stream().filter(ChangeVerdict::judged).count();
        Census ofHead = promises.census();
        return new ChangeCensus(judged, times.size(), family, ofHead.judged(), ofHead.promises());
    }
}
