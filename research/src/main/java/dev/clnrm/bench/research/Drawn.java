package dev.clnrm.bench.research;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.TwoSides;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One benchmark with its forks dealt to two sides.
 *
 * @param name the case
 * @param base the measured iterations by fork, in seconds per operation
 * @param head the same for the other forks
 */
record Drawn(CaseName name, List<Values> base, List<Values> head) {
    Drawn {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    /** The same with a change added to the head. */
    Drawn changed(UnaryOperator<Values> change) {
        return new Drawn(name, base, head.stream().map(change).toList());
    }

    /** The first forks of each side, as in a run. */
    TwoSides sides(int forks) {
        return new TwoSides(
                samples(name, "base", base.subList(0, forks)), samples(name, "head", head.subList(0, forks)));
    }

    /** All iterations of all forks of a side in one sequence, for tools that do not know forks. */
    static Values pooled(List<Values> forks) {
        return Values.of(forks.stream().flatMapToDouble(Values::stream));
    }

    static double mean(Values values) {
        return values.stream().sum() / values.size();
    }

    static CaseSamples samples(CaseName name, String side, List<Values> forks) {
        List<JournalEntry> records = new ArrayList<>();
        for (Values values : forks) {
            records.add(JournalEntry.finished(name, side, records.size(), ForkSamples.of(Mode.AVERAGE, values)));
        }
        return new CaseSamples(name, side, Mode.AVERAGE, records);
    }
}
