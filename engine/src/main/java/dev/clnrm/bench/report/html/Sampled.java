package dev.clnrm.bench.report.html;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.stats.Spreads;
import java.util.List;

/**
 * The samples that a page draws.
 *
 * @param base the forks of the base; empty with one side
 * @param head the forks of the head
 * @param history earlier runs, the earliest first
 * @param spreadOfBase the spread of forks, learned from all cases of the base, including those that are not drawn
 * @param spreadOfHead the same for the head
 */
public record Sampled(
        List<CaseSamples> base,
        List<CaseSamples> head,
        List<Past> history,
        Spreads spreadOfBase,
        Spreads spreadOfHead) {
    public Sampled {
        base = List.copyOf(base);
        head = List.copyOf(head);
        history = List.copyOf(history);
    }

    /** All cases of both sides. */
    public Sampled(List<CaseSamples> base, List<CaseSamples> head, List<Past> history) {
        this(base, head, history, Spreads.of(base), Spreads.of(head));
    }
}
