package dev.clnrm.bench.cli;

import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.terminal.Color;
import dev.clnrm.bench.terminal.Terminal;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for how a report is printed. */
class PrintOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the output: table, json, csv, markdown or junit (default: table).")
    Format format = Format.TABLE;

    @Option(names = "--color", paramLabel = "WHEN", description = "Colours: auto, always or never (default: auto).")
    Color color = Color.AUTO;

    @Mixin
    WideOption wide = new WideOption();

    /** The terminal of this process, with the requested colours. */
    Terminal terminal(Context context) {
        return Terminal.ofThisProcess(color, context.environment());
    }

    /** The style of tables on that terminal. */
    Style style(Terminal terminal) {
        return terminal.style().wide(wide.wide);
    }
}
