package dev.clnrm.bench.render;

import dev.clnrm.bench.render.html.HtmlReport;
import dev.clnrm.bench.render.html.Sampled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes pages of what wishes its reader ill, to be opened in a browser: {@code java … HostilePage run.html comparison.html}. */
final class HostilePage {
    static final Sampled NO_FORKS = new Sampled(List.of(), List.of(), List.of());

    private HostilePage() {}

    public static void main(String[] files) throws IOException {
        Files.writeString(Path.of(files[0]), HtmlReport.render("<script>alert(1)</script>", Hostile.view(), NO_FORKS));
        Files.writeString(
                Path.of(files[1]), HtmlReport.render(Comparisons.hostile().view(), NO_FORKS));
    }
}
