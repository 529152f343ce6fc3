package dev.clnrm.bench.calibrate;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.stats.Comparing;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Limits;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Sequential;
import dev.clnrm.bench.stats.Spending;
import dev.clnrm.bench.stats.Stopping;
import dev.clnrm.bench.stats.TwoSides;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The same code measured on both sides in turns, and judged as every check is: as it was measured, and dealt anew many times, for each of
 * which a coin says for every block which of its two forks is called head. What is called slower is a false alarm. The same again with one
 * case made slower, by multiplying the times of its head.
 *
 * @param cases with all their forks
 * @param how how a check of this project judges
 * @param deals how often the forks are dealt anew, at least once
 * @param seed of the random numbers: the same seed deals the same
 */
public record Live(List<TwoSides> cases, How how, int deals, long seed) {
    public Live {
        cases = List.copyOf(cases);
    }

    /**
     * How a check judges.
     *
     * @param comparing the level and the family
     * @param looks after how many forks
     * @param stopping what is called, and when a case needs no further forks
     */
    public record How(Comparing comparing, Spending looks, Stopping stopping) {}

    /**
     * What is found.
     *
     * @param factors slowdowns, each above 1: 1.1 is 10 % slower
     */
    public Calibration judge(List<Double> factors) {
        List<Dealt> blocks = cases.stream().map(Dealt::of).toList();
        List<TwoSides> measured = blocks.stream().map(Dealt::asMeasured).toList();
        Calibration.Called plain = called(measured);
        List<CaseName> slower = new ArrayList<>();
        for (int i = 0; i < measured.size(); i++) {
            if (plain.slower().get(i)) {
                slower.add(measured.get(i).name());
            }
        }
        Calibration.Same same = IntStream.range(0, deals)
                .parallel()
                .mapToObj(i -> Calibration.Same.of(called(dealt(blocks, random(i)))))
                .reduce(Calibration.Same.NONE, Calibration.Same::plus);
        return new Calibration(
                cases.size(),
                deals,
                slower,
                plain.forks(),
                same,
                factors.stream().map(factor -> found(blocks, factor)).toList());
    }

    private Calibration.Found found(List<Dealt> blocks, double factor) {
        List<TwoSides> measured = blocks.stream().map(Dealt::asMeasured).toList();
        Share asMeasured = IntStream.range(0, blocks.size())
                .parallel()
                .mapToObj(place -> found(measured, place, factor))
                .reduce(Share.NONE, Share::plus);
        Share dealt = IntStream.range(0, deals)
                .parallel()
                .mapToObj(i -> {
                    SplittableRandom random = random(i);
                    List<TwoSides> sides = dealt(blocks, random);
                    return found(sides, random.nextInt(sides.size()), factor);
                })
                .reduce(Share.NONE, Share::plus);
        return new Calibration.Found(factor, asMeasured, dealt);
    }

    private Share found(List<TwoSides> sides, int place, double factor) {
        List<TwoSides> changed = new ArrayList<>(sides);
        changed.set(place, Dealt.slowed(sides.get(place), factor));
        return Share.of(called(changed).slower().get(place));
    }

    private SplittableRandom random(int deal) {
        return new SplittableRandom(seed * 1_000_003 + deal);
    }

    private static List<TwoSides> dealt(List<Dealt> blocks, SplittableRandom random) {
        return blocks.stream().map(one -> one.anew(random)).toList();
    }

    private Calibration.Called called(List<TwoSides> sides) {
        Sequential looked = Sequential.of(sides, how.comparing, how.looks, how.stopping);
        List<Comparison> times = looked.comparisons().all().stream()
                .filter(one -> one.metric() == Metric.TIME)
                .toList();
        return new Calibration.Called(
                times.stream()
                        .map(one -> how.stopping.called(one, how.comparing.level()) == Limits.Called.SLOWER)
                        .toList(),
                times.stream().mapToInt(one -> one.base().forks()).average().orElse(0));
    }
}
