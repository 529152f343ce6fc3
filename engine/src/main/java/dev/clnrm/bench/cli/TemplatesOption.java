package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the templates that render texts for GitHub. */
final class TemplatesOption {
    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "A folder with your own templates for --format markdown, such as comment.md.ftl; missing ones"
                    + " are replaced by the built-in templates.")
    private @Nullable Path folder;

    boolean isUntouched() {
        return folder == null;
    }

    /** Applies the present folder to a resumed run, if one is given. */
    void shownAs(TemplatesOption now) {
        folder = now.folder == null ? folder : now.folder;
    }

    /** The program's templates, or the user's own. */
    Templates templates() {
        Path own = folder;
        return own == null ? Templates.own() : BadFile.unless(() -> Templates.with(own));
    }

    /** Prints a report in a format and returns its exit status. */
    int print(Report report, PrintOptions output, Terminal terminal) {
        Style style = output.style(terminal);
        Format format = output.format;
        terminal.print(
                format == Format.MARKDOWN
                        ? BadFile.unless(() -> templates().markdown(report))
                        : format.renderer(style).render(report));
        return report.exit();
    }
}
