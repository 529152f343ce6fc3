package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.PastRuns;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.app.StoredResults;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.samples.WholeFile;
import dev.clnrm.bench.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page with charts. */
@Command(
        name = "report",
        description =
                "Writes one HTML file with charts and tables of a run or a comparison. It opens from disk and needs no"
                        + " network. RUN is a run folder, a baseline or a JMH result file (also .gz); a second one is compared"
                        + " with the first.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench report .clnrm-bench/runs/20260727-135419-3fa2c1",
            "  clnrm-bench report main 20260727-135419-3fa2c1 --out report.html",
            "                                                      a baseline and a run",
            "  clnrm-bench report old.json new.json.gz --only Parsing",
            "",
            "Exit status: 0 the file is written, 2 wrong use or bad file."
        })
final class ReportCommand extends Subcommand {
    @Parameters(
            arity = "1..2",
            paramLabel = "RUN",
            description = "A run to show; a second one is compared with the first.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The file to write (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("clnrm-report.html");

    @Option(
            names = "--only",
            paramLabel = "FILTER",
            description = "Show cases whose names contain this word; * matches anything. May be given several times.")
    private List<String> only = new ArrayList<>();

    @Mixin
    private BudgetsOption file = new BudgetsOption();

    @Option(
            names = "--declared",
            description = "Read budgets and laws from the code of the suites as well: runs the project's code.")
    private boolean declared;

    @Option(
            names = {"--store", "--history"},
            paramLabel = "STORE",
            description =
                    "Where earlier runs and baselines are: a folder, git:BRANCH or jdbc:URL (default: the project's own)."
                            + " Runs are drawn if they come from the same machine and not from another branch.")
    private @Nullable String store;

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Override
    public Integer call() throws DeclarationException {
        RunStore home = store == null ? Project.store(file.path()) : StoreOption.of(store, file.path(), context);
        StoredResults results =
                StoredResults.read(Sources.of(file.path()).with(home), words).only(only);
        if (results.samples().known().isEmpty()) {
            throw new UserException(
                    only.isEmpty()
                            ? "there is no case to show"
                            : "no case matches `" + String.join("` or `", only) + "`",
                    only.isEmpty() ? "measure some with `clnrm-bench run`" : "leave out --only to show all cases");
        }
        Rules rules = rules(results).with(change.strictness());
        List<Caveat.NoSuchCase> unmatched = declared ? List.of() : Unmatched.of(file.read(), results.known());
        String page = HtmlReport.render(
                words.get(0),
                results.judged(rules, unmatched, command(), only),
                results.sampled(
                        past(results, home), rules.confidence(), Project.commits(file.path(), context.environment())),
                results.folder().map(this::way).orElse(""));
        WholeFile.write(out, stream -> stream.write(page.getBytes(StandardCharsets.UTF_8)));
        terminal().print(out + "\n");
        return ExitStatus.WITHIN_BUDGET;
    }

    private Rules rules(StoredResults results) throws DeclarationException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (!declared) {
            return Rules.of(file.read(), results.samples(), today);
        }
        try (Project project = Project.open(file.path(), context.environment())) {
            return results.rules(project, today);
        }
    }

    /** The earlier runs, without those of other branches. Outside a repository branches are unknown, so all runs count. */
    private PastRuns past(StoredResults results, RunStore home) {
        PastRuns all = PastRuns.in(home);
        Optional<String> commit =
                results.run().flatMap(run -> run.code().head()).flatMap(CheckedOut::commit);
        try {
            return all.upTo(commit.orElse("HEAD"), Project.repository(file.path(), context.environment()));
        } catch (CheckoutException e) {
            return all;
        }
    }

    /** The address of the run's folder, relative to the page if possible, otherwise absolute. */
    private String way(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        Path here = out.toAbsolutePath().normalize().resolveSibling("");
        return there.startsWith(here)
                ? here.toUri().relativize(there.toUri()).toString()
                : there.toUri().toString();
    }

    /** The command line that repeats the report with all cases. */
    private List<String> command() {
        List<String> again = new ArrayList<>(List.of("clnrm-bench", words.size() == 2 ? "compare" : "report"));
        again.addAll(words);
        again.addAll(file.words());
        if (change.allowDifferentHosts) {
            again.add("--allow-different-hosts");
        }
        return again;
    }
}
