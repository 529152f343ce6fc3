package dev.clnrm.bench.cli;

import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.terminal.Color;
import dev.clnrm.bench.terminal.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a report is printed. */
class PrintOptions {
    @Mixin
    FormatOption format = new FormatOption();

    @Option(names = "--color", paramLabel = "WHEN", description = "Colours: auto, always or never (default: auto).")
    Color color = Color.AUTO;

    @Mixin
    WideOption wide = new WideOption();

    @Option(names = "--fail-on-inconclusive", description = "End with status 4 if a budget is inconclusive.")
    boolean failOnInconclusive;

    /** This process's terminal, in the colours asked for. */
    Terminal terminal(Context context) {
        return Terminal.ofThisProcess(color, context.environment());
    }

    /** How tables look on that terminal. */
    Style style(Terminal terminal) {
        return terminal.style().wide(wide.wide);
    }
}
