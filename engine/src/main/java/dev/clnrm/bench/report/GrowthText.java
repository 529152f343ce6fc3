package dev.clnrm.bench.report;

import dev.clnrm.bench.profile.Frame;
import dev.clnrm.bench.profile.Growth;
import dev.clnrm.bench.profile.Retention;
import dev.clnrm.bench.stats.Metric;
import java.util.Optional;

/** Formats what profiles show about a regression. */
public final class GrowthText {
    public static final String NOTHING = "no method grew by more than chance";

    private GrowthText() {}

    /** {@code 75 % of it in demo.Registry.register (Registry.java:40): java.util.HashMap.resize 60 %}. */
    public static String line(Growth growth) {
        return share(growth.share()) + " of it in " + Inert.name(method(growth.frame()))
                + growth.parts().stream()
                        .map(part -> Inert.name(part.method()) + " " + share(part.share()))
                        .reduce((some, next) -> some + ", " + next)
                        .map(parts -> ": " + parts)
                        .orElse("");
    }

    /** {@code the inputs hold 1.2 MiB of the heap on the base and 48 MiB on the head, …}: the memory in use after measuring. */
    public static String retained(Retention held) {
        return "the inputs hold " + bytes((double) held.base()) + " of the heap on the base" + more(held.baseGrowth())
                + " and " + bytes((double) held.head()) + " on the head" + more(held.headGrowth());
    }

    private static String more(Optional<Double> growth) {
        return growth.map(bytes -> " (" + bytes(bytes) + " more with each operation)")
                .orElse("");
    }

    public static String bytes(double amount) {
        return Amounts.amount(Metric.ALLOCATION, amount);
    }

    /** A share of the extra cost of an operation. It exceeds the whole if other methods became cheaper. */
    public static String share(double share) {
        return share > 1 ? "all" : Percents.percent(share);
    }

    /** {@code demo.Registry.register (Registry.java:40)}; without the line if it is unknown. The names are untrusted. */
    public static String method(Frame frame) {
        return frame.name() + (frame.place().isEmpty() ? "" : " (" + frame.place() + ")");
    }
}
