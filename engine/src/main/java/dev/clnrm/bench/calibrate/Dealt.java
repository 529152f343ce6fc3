package dev.clnrm.bench.calibrate;

import dev.clnrm.bench.stats.TwoSides;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The blocks of one case: two forks of the same code that ran one after the other.
 *
 * @param name the case
 * @param base the fork of each block that was measured as the base
 * @param head the other
 */
record Dealt(CaseName name, List<ForkRecord> base, List<ForkRecord> head) {
    Dealt {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    /** The blocks both of whose forks finished. */
    static Dealt of(TwoSides sides) {
        List<ForkRecord> base = new ArrayList<>();
        List<ForkRecord> head = new ArrayList<>();
        for (ForkRecord one : sides.base().finished()) {
            sides.head().finished().stream()
                    .filter(other -> other.fork() == one.fork())
                    .forEach(other -> {
                        base.add(one);
                        head.add(other);
                    });
        }
        return new Dealt(sides.name(), base, head);
    }

    TwoSides asMeasured() {
        return sides(base, head);
    }

    /** The same forks, of which a coin says in every block which is called head. */
    TwoSides anew(SplittableRandom random) {
        List<ForkRecord> toBase = new ArrayList<>();
        List<ForkRecord> toHead = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            boolean swapped = random.nextBoolean();
            toBase.add(called(ForkRecord.BASE, swapped ? head.get(i) : base.get(i), 1));
            toHead.add(called(ForkRecord.HEAD, swapped ? base.get(i) : head.get(i), 1));
        }
        return sides(toBase, toHead);
    }

    /** The same with every time of the head multiplied. */
    static TwoSides slowed(TwoSides sides, double factor) {
        CaseSamples head = sides.head();
        List<ForkRecord> slower = head.forks().stream()
                .map(fork -> called(ForkRecord.HEAD, fork, factor))
                .toList();
        return new TwoSides(sides.base(), new CaseSamples(head.name(), head.side(), head.mode(), slower));
    }

    private TwoSides sides(List<ForkRecord> toBase, List<ForkRecord> toHead) {
        Mode mode = toBase.get(0).mode();
        return new TwoSides(
                new CaseSamples(name, ForkRecord.BASE, mode, toBase),
                new CaseSamples(name, ForkRecord.HEAD, mode, toHead));
    }

    private static ForkRecord called(String side, ForkRecord fork, double factor) {
        double times = fork.mode() == Mode.THROUGHPUT ? 1 / factor : factor;
        return new ForkRecord(
                fork.name(),
                side,
                fork.fork(),
                fork.order(),
                fork.started(),
                fork.mode(),
                fork.threads(),
                fork.startupSeconds(),
                fork.iterationSeconds(),
                fork.warmup(),
                fork.steady(),
                factor == 1 ? fork.values() : Values.of(fork.values().stream().map(value -> value * times)),
                fork.histograms(),
                fork.secondary(),
                fork.company(),
                fork.outcome(),
                fork.disturbance(),
                fork.units());
    }
}
