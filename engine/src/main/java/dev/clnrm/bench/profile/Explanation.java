package dev.clnrm.bench.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What grew in a case that was called slower: one fork per side under a profiler, after the verdict. It may explain the verdict
 * and never changes it.
 *
 * @param name the case
 * @param kind the kind of profile that was compared
 * @param profiler the name of the profiler
 * @param growth the methods that grew, the largest growth first; empty if none grew by more than chance
 * @param jit what the JIT compiler may do differently; empty if it was not examined
 * @param retention the heap that its inputs hold; empty if unknown, or close to zero
 * @param graph the flame graph of the difference, relative to the folder of the run; empty if there is none
 * @param failure why it was not profiled, one clause; empty if it was
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
    /** The most methods; the graph has all of them. */
    private static final int MOST = 5;

    /** The only valid paths of graphs, as {@link FlameGraphs} writes them. The run may be untrusted, and a page links to the path. */
    private static final Pattern GRAPH = Pattern.compile("profiles/\\d{1,4}/diff-[a-z]{1,20}\\.html");

    public Explanation {
        growth = growth.stream().limit(MOST).toList();
        graph = graph.filter(file -> GRAPH.matcher(file).matches());
    }

    /** The same without the graph, for a folder that does not have it. */
    public Explanation withoutGraph() {
        return new Explanation(name, kind, profiler, growth, jit, retention, Optional.empty(), failure);
    }
}
