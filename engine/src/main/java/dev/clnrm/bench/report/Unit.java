package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Metric;
import java.util.List;

/**
 * A unit people read amounts in.
 *
 * @param symbol as written after the number
 * @param base how many base units it stands for
 * @param up from how many of it on the next larger unit is used
 */
record Unit(String symbol, double base, double up) {
    private static final List<Unit> TIMES = List.of(
            new Unit("ns", 1e-9, 1000), new Unit("µs", 1e-6, 1000), new Unit("ms", 1e-3, 1000), new Unit("s", 1, 1000));

    private static final List<Unit> SIZES = List.of(
            new Unit("B", 1, 1024),
            new Unit("KiB", 1 << 10, 1024),
            new Unit("MiB", 1 << 20, 1024),
            new Unit("GiB", 1 << 30, 1024));

    /** The units of a metric, the smallest first. */
    static List<Unit> of(Metric metric) {
        return switch (metric) {
            case TIME -> TIMES;
            case ALLOCATION -> SIZES;
        };
    }
}
