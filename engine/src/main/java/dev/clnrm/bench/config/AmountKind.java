package dev.clnrm.bench.config;

import java.math.BigDecimal;
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
        for (AmountKind other : values()) {
            if (other.factor(symbol).isPresent()) {
                return VisibleText.quote(symbol) + " is a unit of " + other.subject + ", not of " + wanted.subject;
            }
        }
        return "unknown unit " + VisibleText.quote(symbol);
    }

    /** What one of the unit is in the base unit. */
    Optional<BigDecimal> factor(String symbol) {
        String factor =
                switch (this) {
                    case TIME ->
                        switch (symbol) {
                            case "ns" -> "1e-9";
                            case "us", "\u00b5s", "\u03bcs" -> "1e-6";
                            case "ms" -> "1e-3";
                            case "s" -> "1";
                            case "min" -> "60";
                            default -> "";
                        };
                    case MEMORY ->
                        switch (symbol) {
                            case "B" -> "1";
                            case "KiB" -> "1024";
                            case "MiB" -> "1048576";
                            case "GiB" -> "1073741824";
                            case "kB" -> "1e3";
                            case "MB" -> "1e6";
                            default -> "";
                        };
                    case SHARE -> symbol.equals("%") ? "0.01" : "";
                    case TIMES -> symbol.equals("x") || symbol.equals("\u00d7") ? "1" : "";
                };
        return factor.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(factor));
    }
}
