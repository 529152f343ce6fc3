package dev.clnrm.bench.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The memory that the processes of a run used while they measured, read from outside at regular times. It is shown in addition to
 * the times, and no verdict depends on it.
 *
 * @param interval seconds between two readings
 * @param peaks the peak of each case and side, in the order measured
 * @param points the readings for the chart in the order taken, at most {@link #MOST_POINTS}
 */
public record MemoryUse(double interval, List<Peak> peaks, List<Point> points) {
    /** The most points: a chart has no more pixels. */
    public static final int MOST_POINTS = 1000;

    public MemoryUse {
        peaks = List.copyOf(peaks);
        points = List.copyOf(points);
        for (Point point : points) {
            if (point.of < 0 || point.of >= peaks.size()) {
                throw new IllegalArgumentException("a reading of memory belongs to no case");
            }
        }
    }

    /**
     * The peak of a case on a side.
     *
     * @param resident bytes of its process in main memory
     * @param heap bytes of the Java heap in use; empty if no JVM reports it
     * @param readings the number of readings
     */
    public record Peak(String name, String side, long resident, Optional<Long> heap, int readings) {
        /** The peak of this and other readings of the same case and side. */
        public Peak with(Peak other) {
            return new Peak(
                    name,
                    side,
                    Math.max(resident, other.resident),
                    larger(heap, other.heap),
                    readings + other.readings);
        }

        private static Optional<Long> larger(Optional<Long> one, Optional<Long> other) {
            return one.map(bytes -> Math.max(bytes, other.orElse(bytes))).or(() -> other);
        }

        /** The key: a case on a side. */
        public List<String> key() {
            return List.of(name, side);
        }
    }

    /**
     * A reading.
     *
     * @param at seconds since the run began to measure
     * @param of the index of its case in the peaks
     * @param resident bytes of the process in main memory
     * @param heap bytes of the Java heap in use
     */
    public record Point(double at, int of, long resident, Optional<Long> heap) {
        /** The point with more memory: if readings are drawn as one, the peak is kept. */
        public Point orHigher(Point other) {
            long here = heap.orElse(0L);
            long there = other.heap.orElse(0L);
            boolean lower = here < there || (here == there && resident < other.resident);
            return lower ? other : this;
        }

        private Point moved(double seconds, int place) {
            return new Point(at + seconds, place, resident, heap);
        }
    }

    /** This memory use, followed by that of the resumed run. */
    public MemoryUse then(MemoryUse later) {
        Map<List<String>, Integer> places = new LinkedHashMap<>();
        List<Peak> both = new ArrayList<>(peaks);
        peaks.forEach(peak -> places.put(peak.key(), places.size()));
        for (Peak peak : later.peaks) {
            Integer place = places.putIfAbsent(peak.key(), places.size());
            if (place == null) {
                both.add(peak);
            } else {
                both.set(place, both.get(place).with(peak));
            }
        }
        double end = points.isEmpty() ? 0 : points.get(points.size() - 1).at + interval;
        List<Point> all = new ArrayList<>(points);
        for (Point point : later.points) {
            all.add(point.moved(
                    end, places.getOrDefault(later.peaks.get(point.of).key(), 0)));
        }
        return new MemoryUse(interval, both, all.size() > MOST_POINTS ? halved(all) : all);
    }

    /** Half as many points: the higher of every two. */
    public static List<Point> halved(List<Point> points) {
        List<Point> half = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            half.add(i + 1 < points.size() ? points.get(i).orHigher(points.get(i + 1)) : points.get(i));
        }
        return half;
    }
}
