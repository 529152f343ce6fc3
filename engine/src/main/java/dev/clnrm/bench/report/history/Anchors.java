package dev.clnrm.bench.report.history;

import dev.clnrm.bench.stats.ChainedRatio;
import dev.clnrm.bench.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Traces measured ratios of one case to one commit.
 *
 * <p>Commits are the nodes of a graph, and each run of two sides links its base with its head by the ratio it measured. The anchor is the base of the
 * earliest run. The ratio of any other base to it is the product along the most precise chain of links, that with the smallest sum of squared widths
 * on the log scale (Dijkstra 1959). Runs beside a second release are comparable with those beside the first as soon as one run links the two, whatever
 * machine each was measured on. What no link reaches has an anchor of its own.
 */
final class Anchors {
    private final List<Measured> measured;
    private final Map<String, List<Link>> links = new HashMap<>();

    /**
     * A ratio that a run measured.
     *
     * @param point the run, with the time over that of its own base
     * @param head names what was measured
     * @param base names what it was measured beside
     * @param label what people call the base
     */
    record Measured(AnchoredPoint point, String head, String base, String label) {}

    /** From one commit to another: the second over the first. */
    private record Link(String to, Interval ratio, Measured by) {}

    /**
     * What a commit is to the anchor.
     *
     * @param ratio absent for the anchor itself
     * @param by what the last link was measured by
     */
    private record Reached(String commit, Optional<Interval> ratio, Optional<Measured> by, int links) {
        double width() {
            return ratio.map(ChainedRatio::width).orElse(0.0);
        }
    }

    private Anchors(List<Measured> measured) {
        this.measured = measured;
        for (Measured one : measured) {
            Interval ratio = one.point.ratio();
            link(one.base, new Link(one.head, ratio, one));
            link(one.head, new Link(one.base, ChainedRatio.inverse(ratio), one));
        }
    }

    private void link(String from, Link link) {
        links.computeIfAbsent(from, commit -> new ArrayList<>()).add(link);
    }

    /**
     * The series of a case by their anchors.
     *
     * @param measured in the order of commits
     */
    static Map<String, List<AnchoredPoint>> of(List<Measured> measured) {
        Anchors anchors = new Anchors(measured);
        Map<String, List<AnchoredPoint>> series = new LinkedHashMap<>();
        Set<Measured> left = new HashSet<>(measured);
        for (Measured first : measured) {
            if (left.contains(first)) {
                Map<String, Reached> reached = anchors.from(first.base);
                List<AnchoredPoint> points = new ArrayList<>();
                for (Measured one : anchors.measured) {
                    if (reached.containsKey(one.base) && left.remove(one)) {
                        points.add(anchors.point(one, reached));
                    }
                }
                series.computeIfAbsent(first.label, label -> new ArrayList<>()).addAll(points);
            }
        }
        return series;
    }

    /** A base that is known only by this very run tells nothing new: then the head is where other runs put it. */
    private AnchoredPoint point(Measured one, Map<String, Reached> reached) {
        Reached base = reached.getOrDefault(one.base, new Reached(one.base, Optional.empty(), Optional.empty(), 0));
        boolean circular = base.by.filter(one::equals).isPresent();
        Reached head = reached.getOrDefault(one.head, base);
        Interval ratio = circular
                ? head.ratio.orElse(one.point.ratio())
                : base.ratio
                        .map(known -> ChainedRatio.times(known, one.point.ratio()))
                        .orElse(one.point.ratio());
        return new AnchoredPoint(
                one.point.run(), one.point.platform(), ratio, circular ? Math.max(1, head.links) : base.links + 1);
    }

    private Map<String, Reached> from(String anchor) {
        Map<String, Reached> reached = new HashMap<>();
        PriorityQueue<Reached> next =
                new PriorityQueue<>(Comparator.comparingDouble(Reached::width).thenComparingInt(Reached::links));
        next.add(new Reached(anchor, Optional.empty(), Optional.empty(), 0));
        while (!next.isEmpty()) {
            Reached here = next.remove();
            if (reached.putIfAbsent(here.commit, here) == null) {
                for (Link link : links.getOrDefault(here.commit, List.of())) {
                    Interval ratio = here.ratio
                            .map(known -> ChainedRatio.times(known, link.ratio))
                            .orElse(link.ratio);
                    next.add(new Reached(link.to, Optional.of(ratio), Optional.of(link.by), here.links + 1));
                }
            }
        }
        return reached;
    }
}
