package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Benchmarks of ten forks that differ by {@code spread}. */
final class SameCodes {
    private SameCodes() {}

    static List<SameCode> of(int projects, int benchmarks, double spread) {
        SplittableRandom random = new SplittableRandom(1);
        List<SameCode> all = new ArrayList<>();
        for (int project = 0; project < projects; project++) {
            for (int i = 0; i < benchmarks; i++) {
                List<Values> forks = new ArrayList<>();
                for (int fork = 0; fork < 10; fork++) {
                    double level = 1 + spread * random.nextDouble();
                    forks.add(Values.of(random.doubles(30).map(u -> level * (1 + 0.001 * u))));
                }
                all.add(new SameCode("project" + project, "benchmark" + i, forks));
            }
        }
        return all;
    }
}
