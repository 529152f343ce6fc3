package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.ImportedRuns;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.samples.BencherJson;
import dev.clnrm.bench.samples.DataJs;
import dev.clnrm.bench.samples.DatedResults;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.store.RunStore;
import dev.clnrm.bench.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Stores the results of other tools, so that a history continues: the data.js of github-action-benchmark, and"
                        + " result files of JMH or Bencher whose names begin with their date, with the commit if it follows, as in"
                        + " 2026-01-31-3f2c1ab.json. What is imported twice is stored once. These files do not say which machine"
                        + " measured, so their times form a separate series; so does each group of a data.js with several.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench history import gh-pages/dev/bench/data.js",
            "  clnrm-bench history import nightly/2026-*.json.gz --suite benchmarks",
            "  clnrm-bench history import data.js --store git:clnrm-bench",
            "",
            "Exit status: 0 stored, 2 wrong use or bad file."
        })
final class ImportCommand extends Subcommand {
    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:-([0-9a-f]{7,64}))?(?![0-9a-f]).*");

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A data.js, or a result file of JMH, also gzipped, or Bencher.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description =
                    "The suite of budgets.yaml that the cases belong to, so that they continue its history (default: the"
                            + " class of each benchmark).")
    private @Nullable String suite;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description =
                    "Where the runs go: a folder of run folders, git:BRANCH or jdbc:URL (default: the project's own).")
    private @Nullable String store;

    @Mixin
    private BudgetsOption file = new BudgetsOption();

    @Override
    public Integer call() {
        RunStore home = store == null ? Project.store(file.path()) : StoreOption.of(store, file.path(), context);
        Terminal terminal = terminal();
        ImportedRuns importing = new ImportedRuns(
                home, Optional.ofNullable(suite), commit -> Project.hash(commit, file.path(), context.environment()));
        for (Path one : files) {
            List<DatedResults> runs = BadFile.unless(() -> read(one, terminal));
            int added = BadFile.unless(() -> importing.add(runs));
            int present = runs.size() - added;
            say(
                    terminal,
                    one + ": " + Counts.count(added, "run") + " stored in " + home
                            + (present > 0
                                    ? "; " + present + " of them were there before, or later runs replace them"
                                    : ""));
        }
        return ExitStatus.WITHIN_BUDGET;
    }

    private static List<DatedResults> read(Path file, Terminal terminal) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".js")) {
            DataJs data = DataJs.read(file);
            if (!data.omitted().isEmpty()) {
                say(
                        terminal,
                        "note: " + file + ": values in units other than time are omitted: "
                                + String.join(", ", data.omitted()));
            }
            missing(terminal, file, data.missing());
            return data.runs();
        }
        Matcher dated = DATED.matcher(name);
        if (!dated.matches()) {
            throw new UserException(
                    "`" + Inert.name(name) + "` does not begin with the date of its measurement",
                    "rename it, for example to 2026-01-31-3f2c1ab.json; the commit is optional");
        }
        return List.of(new DatedResults(
                day(dated.group(1), name),
                Optional.ofNullable(dated.group(2)),
                Optional.empty(),
                results(file, name, terminal)));
    }

    private static List<JmhResult> results(Path file, String name, Terminal terminal) {
        if (name.endsWith(".gz") || !isObject(file)) {
            return JmhJson.read(file);
        }
        BencherJson bencher = BencherJson.read(file);
        missing(terminal, file, bencher.missing());
        return bencher.results();
    }

    private static void missing(Terminal terminal, Path file, int missing) {
        if (missing > 0) {
            say(
                    terminal,
                    "note: " + file + ": " + Counts.count(missing, "result") + " without a value"
                            + (missing == 1 ? " is omitted" : " are omitted"));
        }
    }

    private static void say(Terminal terminal, String text) {
        terminal.say("clnrm-bench: " + Inert.sentence(text) + "\n");
    }

    /** Whether a file contains a JSON object. JMH's files contain an array. */
    private static boolean isObject(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            while (first >= 0 && Character.isWhitespace(first)) {
                first = in.read();
            }
            return first == '{';
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
    }

    private static Instant day(String date, String name) {
        try {
            return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new UserException(
                    "`" + Inert.name(name) + "` begins with " + date + ", which is not a date", "correct the name");
        }
    }
}
