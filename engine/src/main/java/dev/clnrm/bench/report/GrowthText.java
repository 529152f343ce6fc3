package dev.clnrm.bench.report;

import dev.clnrm.bench.profile.Frame;
import dev.clnrm.bench.profile.Growth;

/** What profiles say of a regression, in words. */
public final class GrowthText {
    /** What is said if no method grew by more than chance. */
    public static final String NOTHING = "no method grew by more than chance";

    private GrowthText() {}

    /** {@code 75 % of it in java.util.HashMap.resize (HashMap.java:702), called by demo.Registry.register (Registry.java:40)}. */
    public static String line(Growth growth) {
        return share(growth) + " of it in " + Inert.name(method(growth.frame()))
                + growth.caller()
                        .map(caller -> ", called by " + Inert.name(method(caller)))
                        .orElse("");
    }

    /** What a method costs more, as a share of what the operation costs more. */
    public static String share(Growth growth) {
        return Percents.percent(growth.share());
    }

    /** {@code demo.Registry.register (Registry.java:40)}; without the line if it is not known. The names are from outside. */
    public static String method(Frame frame) {
        return frame.name() + (frame.place().isEmpty() ? "" : " (" + frame.place() + ")");
    }
}
