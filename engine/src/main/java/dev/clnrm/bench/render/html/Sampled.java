package dev.clnrm.bench.render.html;

import dev.clnrm.bench.samples.CaseSamples;
import java.util.List;

/**
 * What a page draws beyond verdicts.
 *
 * @param base the forks of the base; empty where there is one side
 * @param head the forks of the head
 * @param history runs of other times, the earliest first
 */
public record Sampled(List<CaseSamples> base, List<CaseSamples> head, List<Past> history) {
    public Sampled {
        base = List.copyOf(base);
        head = List.copyOf(head);
        history = List.copyOf(history);
    }
}
