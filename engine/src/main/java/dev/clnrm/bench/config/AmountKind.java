package dev.clnrm.bench.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The kinds of amounts, each with its units and their factors to the base unit. */
enum AmountKind {
    /** Seconds; at most 30 years, because anything longer is a mistake. */
    TIME("time", "a time", "units of time are ns, us, ms, s, min", "1e9"),
    /** Bytes; at most the size of an address space. */
    MEMORY("memory", "an amount of memory", "units of memory are B, KiB, MiB, GiB, kB, MB", "9e18"),
    /** Shares of a whole; 1 is 100 %. */
    SHARE("shares", "a share", "write it like `5 %`", "1e6"),
    TIMES("ratios", "a ratio", "write it like `10 x`", "1e12");

    private static final Map<String, String> TIMES_OF_UNITS = Map.of(
            "ns", "1e-9", "us", "1e-6", "\u00b5s", "1e-6", "\u03bcs", "1e-6", "ms", "1e-3", "s", "1", "min", "60");
    private static final Map<String, String> SIZES_OF_UNITS =
            Map.of("B", "1", "KiB", "1024", "MiB", "1048576", "GiB", "1073741824", "kB", "1e3", "MB", "1e6");

    private final String subject;
    private final String what;
    private final String help;
    private final BigDecimal most;

    AmountKind(String subject, String what, String help, String most) {
        this.subject = subject;
        this.what = what;
        this.help = help;
        this.most = new BigDecimal(most);
    }

    /** An amount of this kind, with its article. */
    String what() {
        return what;
    }

    /** The help that lists the units. */
    String help() {
        return help;
    }

    /** The largest amount, in the base unit. */
    BigDecimal most() {
        return most;
    }

    /** The message for a unit that this kind does not have. */
    static String unknown(String symbol, AmountKind wanted) {
        String quoted = VisibleText.quote(symbol);
        return Arrays.stream(values())
                .filter(other -> other.factor(symbol).isPresent())
                .findFirst()
                .map(other -> quoted + " is a unit of " + other.subject + ", not of " + wanted.subject)
                .orElse("unknown unit " + quoted);
    }

    /** The factor from the unit to the base unit; empty if this kind does not have the unit. */
    Optional<BigDecimal> factor(String symbol) {
        Map<String, String> factors =
                switch (this) {
                    case TIME -> TIMES_OF_UNITS;
                    case MEMORY -> SIZES_OF_UNITS;
                    case SHARE -> Map.of("%", "0.01");
                    case TIMES -> Map.of("x", "1", "\u00d7", "1");
                };
        return Optional.ofNullable(factors.get(symbol)).map(BigDecimal::new);
    }
}
