package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.Confidences;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.HistoryBuilder;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.stats.Spreads;
import java.util.List;

/**
 * The samples that a page draws.
 *
 * @param base the forks of the base; empty with one side
 * @param head the forks of the head
 * @param history earlier runs of the same cases, with the one shown; without runs if there are no others
 * @param spreadOfBase the spread of forks, learned from all cases of the base, including those that are not drawn
 * @param spreadOfHead the same for the head
 */
public record Sampled(
        List<CaseSamples> base, List<CaseSamples> head, History history, Spreads spreadOfBase, Spreads spreadOfHead) {
    /** A history without runs. */
    public static final History NO_HISTORY =
            new HistoryBuilder(Confidences.USUAL).build((key, seconds) -> 0, List.of());

    public Sampled {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    /** All cases of both sides. */
    public Sampled(List<CaseSamples> base, List<CaseSamples> head, History history) {
        this(base, head, history, Spreads.of(base), Spreads.of(head));
    }
}
