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
 * Judges the same code, measured on both sides in turns, in the same way as every check: first as it was measured, then dealt
 * again many times. In each deal, a coin decides for every block which of its two forks is called head. Every case called slower
 * is a false alarm. Then one case is made slower by multiplying the times of its head, and everything is repeated.
 *
 * @param cases with all their forks
 * @param how how a check of this project judges
 * @param deals how often the forks are dealt again, at least once
 * @param seed of the random numbers: the same seed gives the same deals
 */
public record Live(List<TwoSides> cases, How how, int deals, long seed) {
    public Live {
        cases = List.copyOf(cases);
    }

    /**
     * The settings of a check.
     *
     * @param comparing the level and the family
     * @param looks after how many forks
     * @param stopping the limits of a call, and when a case needs no more forks
     */
    public record How(Comparing comparing, Spending looks, Stopping stopping) {}

    /**
     * The calibration.
     *
     * @param factors slowdowns, each above 1: 1.1 is 10 % slower
     */
    public Calibration judge(List<Double> factors) {
        List<CaseBlocks> blocks = cases.stream().map(CaseBlocks::of).toList();
        List<TwoSides> measured = blocks.stream().map(CaseBlocks::asMeasured).toList();
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

    private Calibration.Found found(List<CaseBlocks> blocks, double factor) {
        List<TwoSides> measured = blocks.stream().map(CaseBlocks::asMeasured).toList();
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
        changed.set(place, CaseBlocks.slowed(sides.get(place), factor));
        return Share.of(called(changed).slower().get(place));
    }

    private SplittableRandom random(int deal) {
        return new SplittableRandom(seed * 1_000_003 + deal);
    }

    private static List<TwoSides> dealt(List<CaseBlocks> blocks, SplittableRandom random) {
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
