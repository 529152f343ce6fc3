package dev.clnrm.bench.research;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Deals the same code at random to two sides, again and again, and judges it: every alarm is false. Then it adds a change to one
 * case of the suite and repeats everything: every suite in which that case is not called slower is a miss.
 *
 * @param benchmarks all of one file; the benchmarks of a project are a suite
 * @param window which iterations count
 * @param forks the number of forks dealt to each side; if there are too few, forks are drawn with replacement
 * @param splits how often every suite is dealt
 * @param seed of the random numbers: the same seed gives the same deals
 */
public record Experiment(List<SameCode> benchmarks, Window window, int forks, int splits, long seed) {
    /** The number of cases of a dealt suite in which each change is tried, one after the other. */
    private static final int TRIED = 3;

    /** Changes are tried only in one of this many deals: a share near a half needs fewer trials than one near a twentieth. */
    private static final int CHANGED_ONE_OF = 4;

    public Experiment {
        benchmarks = List.copyOf(benchmarks);
    }

    /** The error rates of the rule, over all suites and splits. */
    Rates rates(Rule rule) {
        List<List<SameCode>> suites = suites();
        return IntStream.range(0, splits * suites.size())
                .parallel()
                .mapToObj(i -> once(
                        rule,
                        suites.get(i % suites.size()),
                        new SplittableRandom(seed + i),
                        i / suites.size() % CHANGED_ONE_OF == 0))
                .reduce(Rates.NONE, Rates::plus);
    }

    private List<List<SameCode>> suites() {
        Map<String, List<SameCode>> suites = new LinkedHashMap<>();
        benchmarks.forEach(one ->
                suites.computeIfAbsent(one.project(), key -> new ArrayList<>()).add(one));
        return List.copyOf(suites.values());
    }

    private Rates once(Rule rule, List<SameCode> suite, SplittableRandom random, boolean changes) {
        List<Drawn> drawn = suite.stream().map(one -> deal(one, random)).toList();
        Rates rates = Rates.same(rule.judge(drawn));
        for (int i = 0; changes && i < TRIED; i++) {
            int place = random.nextInt(drawn.size());
            for (Change one : Change.values()) {
                List<Drawn> changed = new ArrayList<>(drawn);
                changed.set(place, drawn.get(place).changed(values(one)));
                rates = rates.plus(Rates.changed(one, rule.judge(changed), place));
            }
        }
        return rates;
    }

    private Drawn deal(SameCode benchmark, SplittableRandom random) {
        List<Values> dealt = drawn(benchmark.forks(), random).stream()
                .map(fork -> fork.slice(window.warmup(), window.warmup() + window.measured()))
                .toList();
        return new Drawn(
                new CaseName(benchmark.project(), benchmark.name(), Map.of()),
                dealt.subList(0, forks),
                dealt.subList(forks, 2 * forks));
    }

    /** Forks for both sides, each used once; drawn with replacement if there are too few. */
    private List<Values> drawn(List<Values> forksThere, SplittableRandom random) {
        int wanted = 2 * forks;
        if (wanted > forksThere.size()) {
            return IntStream.range(0, wanted)
                    .mapToObj(i -> forksThere.get(random.nextInt(forksThere.size())))
                    .toList();
        }
        List<Values> all = new ArrayList<>(forksThere);
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, random.nextInt(i + 1));
        }
        return all.subList(0, wanted);
    }

    private UnaryOperator<Values> values(Change change) {
        return values -> Values.of(
                IntStream.range(0, values.size()).mapToDouble(i -> values.get(i) * change.factor(window.warmup() + i)));
    }
}
