package dev.clnrm.bench.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What grew in a case that was called slower: one fork a side under a profiler, after the verdict. It may explain the verdict and never changes
 * it.
 *
 * @param name the case
 * @param kind what was compared
 * @param profiler what looked into the forks
 * @param growth the methods that grew, the most first; empty if none grew by more than chance
 * @param jit what the JIT compiler may do otherwise; absent if nobody looked
 * @param retention what its inputs hold of the heap; absent if it is not known, or next to nothing
 * @param graph the flame graph of the difference, relative to the folder of the run; absent if there is none
 * @param failure why it was not profiled, one clause; absent if it was
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Explanation(
        String name,
        ProfileKind kind,
        String profiler,
        List<Growth> growth,
        Optional<JitFindings> jit,
        Optional<Retention> retention,
        Optional<String> graph,
        Optional<String> failure) {
    /** More do not help a reader; the graph has them all. */
    private static final int MOST = 5;

    /** What {@link FlameGraphs} writes. A page links to it, so it is nothing else, whoever wrote the run. */
    private static final Pattern GRAPH = Pattern.compile("profiles/\\d{1,4}/diff-[a-z]{1,20}\\.html");

    public Explanation {
        growth = growth.stream().limit(MOST).toList();
        graph = graph.filter(file -> GRAPH.matcher(file).matches());
    }

    /** The same in a folder that does not have the graph. */
    public Explanation withoutGraph() {
        return new Explanation(name, kind, profiler, growth, jit, retention, Optional.empty(), failure);
    }
}
