package dev.clnrm.bench.cli;

import dev.clnrm.bench.report.Format;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.Templates;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What renders texts for GitHub. */
final class TemplatesOption {
    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "A folder with templates of your own for --format markdown: comment.md.ftl and others; what"
                    + " it has none of is rendered by ours.")
    private @Nullable Path folder;

    /** Ours, or somebody's own. */
    Templates templates() {
        Path own = folder;
        return own == null ? Templates.own() : BadFile.unless(() -> Templates.with(own));
    }

    /** What renders a comparison in a format. */
    Renderer renderer(Format format, Style style) {
        if (format != Format.MARKDOWN) {
            return format.renderer(style);
        }
        Templates templates = templates();
        return report -> BadFile.unless(() -> templates.markdown(report));
    }
}
