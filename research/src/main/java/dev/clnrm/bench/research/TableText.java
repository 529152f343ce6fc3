package dev.clnrm.bench.research;

import dev.clnrm.bench.calibrate.Share;
import java.util.Locale;

/** Writes tables in Markdown, which is also readable on a terminal. */
public final class TableText {
    private TableText() {}

    /** The table, with standard errors from the finite number of splits in percentage points. */
    public static String of(String title, Table table) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%s: %s, %d suites of %d cases in all, each dealt %d times%n%n",
                title,
                table.window(),
                table.suites(),
                table.cases(),
                table.splits()));
        out.append(
                        "| rule                            | false per case |  false per suite | found: +3 % |         +5 % |        +10 % |        +20 % |")
                .append(
                        " every 10th x 2 | same ok at 5 % | same ok at 10 % | +5 % ok at 5 % | +10 % ok at 10 % | forks |\n");
        out.append(
                        "|---------------------------------|---------------:|-----------------:|------------:|-------------:|-------------:|-------------:|")
                .append(
                        "---------------:|---------------:|----------------:|---------------:|-----------------:|------:|\n");
        for (Row row : table.rows()) {
            Rates rates = row.rates();
            out.append(String.format(
                    Locale.ROOT,
                    "| %-31s | %14s | %16s | %11s | %12s | %12s | %12s | %14s | %14s | %15s | %14s | %16s | %5.2f |%n",
                    row.rule(),
                    String.format(Locale.ROOT, "%.2f %%", 100 * rates.perCase().value()),
                    share(rates.perSuite()),
                    share(rates.found(Change.THREE_PERCENT)),
                    share(rates.found(Change.FIVE_PERCENT)),
                    share(rates.found(Change.TEN_PERCENT)),
                    share(rates.found(Change.TWENTY_PERCENT)),
                    share(rates.found(Change.EVERY_TENTH_DOUBLED)),
                    share(rates.excluded(Excluded.SAME_AT_FIVE)),
                    share(rates.excluded(Excluded.SAME_AT_TEN)),
                    share(rates.excluded(Excluded.FIVE_AT_FIVE)),
                    share(rates.excluded(Excluded.TEN_AT_TEN)),
                    rates.forksUsed()));
        }
        return out.toString();
    }

    /**
     * The table of how often intervals of one side contain the truth. Half-widths are on the log scale: 8.9 % is a factor of
     * 1.093.
     */
    public static String of(String title, Coverage coverage) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%s: 95 %% intervals of one side, %s, %d suites of %d cases in all, each dealt %d times%n%n",
                title,
                coverage.window(),
                coverage.suites(),
                coverage.cases(),
                coverage.splits()));
        out.append(
                "| interval                        | forks | holds the truth | half width, median | root mean square |\n");
        out.append(
                "|---------------------------------|------:|----------------:|-------------------:|-----------------:|\n");
        for (Coverage.Row row : coverage.rows()) {
            out.append(String.format(
                    Locale.ROOT,
                    "| %-31s | %5d | %15s | %18s | %16s |%n",
                    row.interval(),
                    row.forks(),
                    share(row.held()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * row.median()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * row.rootMeanSquare())));
        }
        return out.toString();
    }

    private static String share(Share share) {
        return share.of() == 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f ± %.1f", 100 * share.value(), 100 * share.error());
    }
}
