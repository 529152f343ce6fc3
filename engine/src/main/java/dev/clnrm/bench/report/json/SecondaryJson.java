package dev.clnrm.bench.report.json;

import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Secondary;
import java.util.List;
import java.util.Optional;

/** What JSON says of what JMH measured beside the time: all of it. */
public final class SecondaryJson {
    private SecondaryJson() {}

    /** One side. */
    static Fields of(Secondaries secondary) {
        return new Fields().with("about", secondary.subject()).each("secondary", secondary.all(), SecondaryJson::alone);
    }

    /** Two sides. */
    static Fields of(Secondaries secondary, ChangeVerdict verdict) {
        return new Fields()
                .with("about", secondary.subject())
                .each("secondary", secondary.all(), one -> compared(one, verdict));
    }

    private static Fields alone(Secondary one) {
        return named(one)
                .with("estimate", one.head().flatMap(Estimate::value))
                .and(JsonParts.ends(one.head().flatMap(Estimate::interval)))
                .with("forks", forks(one.head()));
    }

    public static Fields compared(Secondary one, ChangeVerdict verdict) {
        return named(one)
                .with("base", one.base().flatMap(Estimate::value))
                .with("head", one.head().flatMap(Estimate::value))
                .with("ratio", one.change())
                .and(JsonParts.ends(one.ratio()))
                .with("forks", List.of(forks(one.base()), forks(one.head())))
                .with("moved", SecondaryText.moved(verdict, one));
    }

    private static Fields named(Secondary one) {
        return new Fields().with("name", one.name()).with("unit", one.unit());
    }

    /** How many forks a side has. */
    public static int forks(Optional<Estimate> side) {
        return side.map(Estimate::forks).orElse(0);
    }
}
