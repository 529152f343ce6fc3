package dev.clnrm.bench.calibrate;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.TwoSides;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The blocks of one case: pairs of forks of the same code that ran one after the other.
 *
 * @param name the case
 * @param base the fork of each block that was measured as the base
 * @param head the other fork of each block
 */
record CaseBlocks(CaseName name, List<JournalEntry> base, List<JournalEntry> head) {
    CaseBlocks {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    /** The blocks in which both forks finished. */
    static CaseBlocks of(TwoSides sides) {
        List<JournalEntry> base = new ArrayList<>();
        List<JournalEntry> head = new ArrayList<>();
        for (JournalEntry one : sides.base().finished()) {
            sides.head().finished().stream()
                    .filter(other -> other.fork() == one.fork())
                    .forEach(other -> {
                        base.add(one);
                        head.add(other);
                    });
        }
        return new CaseBlocks(sides.name(), base, head);
    }

    TwoSides asMeasured() {
        return sides(base, head);
    }

    /** The same forks, dealt again: in every block, a coin decides which fork is called head. */
    TwoSides anew(SplittableRandom random) {
        List<JournalEntry> toBase = new ArrayList<>();
        List<JournalEntry> toHead = new ArrayList<>();
        for (int i = 0; i < base.size(); i++) {
            boolean swapped = random.nextBoolean();
            toBase.add(called(JournalEntry.BASE, swapped ? head.get(i) : base.get(i), 1));
            toHead.add(called(JournalEntry.HEAD, swapped ? base.get(i) : head.get(i), 1));
        }
        return sides(toBase, toHead);
    }

    /** The same with every time of the head multiplied by a factor. */
    static TwoSides slowed(TwoSides sides, double factor) {
        CaseSamples head = sides.head();
        List<JournalEntry> slower = head.forks().stream()
                .map(fork -> called(JournalEntry.HEAD, fork, factor))
                .toList();
        return new TwoSides(sides.base(), new CaseSamples(head.name(), head.side(), head.mode(), slower));
    }

    private TwoSides sides(List<JournalEntry> toBase, List<JournalEntry> toHead) {
        Mode mode = toBase.get(0).samples().mode();
        return new TwoSides(
                new CaseSamples(name, JournalEntry.BASE, mode, toBase),
                new CaseSamples(name, JournalEntry.HEAD, mode, toHead));
    }

    private static JournalEntry called(String side, JournalEntry fork, double factor) {
        ForkSamples measured = fork.samples();
        double times = measured.mode() == Mode.THROUGHPUT ? 1 / factor : factor;
        Values values = factor == 1
                ? measured.values()
                : Values.of(measured.values().stream().map(value -> value * times));
        return fork.on(side, measured.with(measured.warmup(), values));
    }
}
