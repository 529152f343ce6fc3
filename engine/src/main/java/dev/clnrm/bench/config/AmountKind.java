package dev.clnrm.bench.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The units of a kind of amount, and what they are in the base unit. */
enum AmountKind {
    /** Seconds; no more than 30 years, since anything longer is a slip. */
    TIME("time", "a time", "units of time are ns, us, ms, s, min", "1e9"),
    /** Bytes; no more than an address can reach. */
    MEMORY("memory", "an amount of memory", "units of memory are B, KiB, MiB, GiB, kB, MB", "9e18"),
    /** Shares of a whole; 1 is 100 %. */
    SHARE("shares", "a share", "write it like `5 %`", "1e6"),
    /** Multiples. */
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

    /** An amount of it, with its article. */
    String what() {
        return what;
    }

    /** Which units there are. */
    String help() {
        return help;
    }

    /** The largest amount, in the base unit. */
    BigDecimal most() {
        return most;
    }

    /** What to say of a unit that is none of this kind. */
    static String unknown(String symbol, AmountKind wanted) {
        String quoted = VisibleText.quote(symbol);
        return Arrays.stream(values())
                .filter(other -> other.factor(symbol).isPresent())
                .findFirst()
                .map(other -> quoted + " is a unit of " + other.subject + ", not of " + wanted.subject)
                .orElse("unknown unit " + quoted);
    }

    /** What one of the unit is in the base unit. */
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
