package dev.clnrm.bench.report;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.HistoryBuilder;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.html.Dashboard;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.html.Overview;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes pages with hostile texts, to be opened in a browser: {@code java … HostilePage run.html comparison.html site}. */
final class HostilePage {
    static final Sampled NO_FORKS = new Sampled(List.of(), List.of(), Sampled.NO_HISTORY);

    private HostilePage() {}

    public static void main(String[] files) throws IOException {
        Files.writeString(Path.of(files[0]), HtmlReport.render("<script>alert(1)</script>", Hostile.view(), NO_FORKS));
        Files.writeString(
                Path.of(files[1]), HtmlReport.render("", Comparisons.hostile().view(), NO_FORKS));
        for (Map.Entry<String, Supplier<String>> page : dashboard().entrySet()) {
            Path file = Path.of(files[2]).resolve(page.getKey());
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, page.getValue().get());
        }
    }

    /** A case for each text in four suites, with twelve runs each and a step. */
    static Map<String, Supplier<String>> dashboard() {
        HistoryBuilder history = new HistoryBuilder(0.95);
        List<String> texts = Hostile.TEXTS;
        for (int day = 0; day < 12; day++) {
            String ofRun = texts.get(day);
            int run = history.run(new PastRun(
                    ofRun,
                    Instant.EPOCH.plusSeconds(86_400L * day),
                    Optional.of(ofRun),
                    day == 3,
                    Optional.of(texts.get(day / 6)),
                    Optional.of(texts.get(day / 6)),
                    Optional.empty()));
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                CaseName name = new CaseName(
                        String.join("", texts.subList(i / 5 * 5, i / 5 * 5 + 5)), text, Map.of("p" + text, text));
                Conditions conditions = new Conditions(
                        Optional.of(text),
                        Optional.of(text),
                        Optional.of(text),
                        Optional.of(List.of(text)),
                        Optional.of(text));
                Estimate time = Runs.about((day < 7 ? 1e-6 : 2e-6) * (1 + day * 1e-3), 0.01);
                history.point(
                        new CaseKey(name, Mode.AVERAGE),
                        conditions,
                        new Point(
                                run,
                                time,
                                Optional.empty(),
                                6,
                                1,
                                Runs.about((day < 7 ? 1 : 2) * (1 + day * 1e-3), 0.01)
                                        .interval()));
            }
        }
        History built = history.build((one, seconds) -> 0.05, texts);
        return Dashboard.files(
                new Overview(built, built.newest(commit -> true), Hostile.view().promises()));
    }
}
