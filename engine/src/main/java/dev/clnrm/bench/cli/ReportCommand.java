package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.PastRuns;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.report.ReachFacts;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.samples.WholeFile;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.store.RunStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    ReportCommand(Context context) {
        super(context);
    }

    @Override
    public Integer call() throws DeclarationException {
        RunStore home = store == null ? Project.store(file.path()) : StoreOption.of(store, file.path(), context);
        Sources sources = Sources.of(file.path()).with(home);
        Reported whole = Reported.read(sources, words);
        Reported reported = whole.only(only);
        RunSamples samples = reported.samples();
        if (samples.known().isEmpty()) {
            throw new UserException(
                    only.isEmpty()
                            ? "there is no case to show"
                            : "no case matches `" + String.join("` or `", only) + "`",
                    only.isEmpty() ? "measure some with `clnrm-bench run`" : "leave out --only to show all cases");
        }
        Rules rules = rules(samples).with(change.strictness(false));
        Sampled sampled = new Sampled(
                samples.base().map(Side::samples).orElse(List.of()),
                samples.head().samples(),
                new EarlierRuns(reported, rules.confidence()).of(past(reported, home)),
                samples.base().map(side -> Spreads.of(side.family())).orElse(Spreads.ALONE),
                Spreads.of(samples.head().family()));
        Report report = Report.of(
                        Judge.judge(samples, rules, Trust.STORED), unmatched(sources, whole.samples()), facts(reported))
                .explained(explanations(reported));
        byte[] page =
                HtmlReport.render(words.get(0), report, sampled, way(reported)).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(out, stream -> stream.write(page));
        terminal().print(out + "\n");
        return ExitStatus.WITHIN_BUDGET;
    }

    /** What may explain its regressions, with those graphs that are still there. */
    private static List<Explanation> explanations(Reported reported) {
        return reported.together().stream()
                .flatMap(run -> run.manifest().end().explanations().stream())
                .map(one -> one.graph()
                                .flatMap(graph -> reported.folder().map(folder -> folder.resolve(graph)))
                                .filter(Files::isRegularFile)
                                .isPresent()
                        ? one
                        : one.withoutGraph())
                .toList();
    }

    /** The way from the page to the run's folder, as an address; one on another drive has a whole one. */
    private String way(Reported reported) {
        return reported.folder()
                .map(folder -> {
                    Path there = folder.toAbsolutePath().normalize();
                    Path here = out.toAbsolutePath().normalize().resolveSibling("");
                    if (!there.startsWith(here)) {
                        return there.toUri().toString();
                    }
                    return here.toUri().relativize(there.toUri()).toString();
                })
                .orElse("");
    }

    /** The runs of commits that the one shown contains; outside of a repository nothing is known of branches. */
    private PastRuns past(Reported reported, RunStore home) {
        PastRuns all = PastRuns.in(home);
        Optional<String> commit =
                reported.run().flatMap(run -> run.code().head()).flatMap(CheckedOut::commit);
        try {
            return all.upTo(commit.orElse("HEAD"), Project.repository(file.path(), context.environment()));
        } catch (CheckoutException e) {
            return all;
        }
    }

    private RunFacts facts(Reported reported) {
        RunFacts facts = RunFacts.of(
                reported.samples(),
                reported.together().map(run -> run.cost(reported.samples())),
                command(),
                reported.together().map(StoredRun::notes).orElse(List.of()));
        return reported.folder()
                .map(folder -> facts.storedIn(folder.toString()))
                .orElse(facts)
                .only(only)
                .reaching(reported.together()
                        .map(StoredRun::manifest)
                        .map(run ->
                                new ReachFacts(run.code().reach(), run.cases().skipped(), false))
                        .orElse(ReachFacts.NONE));
    }

    private List<Caveat.NoSuchCase> unmatched(Sources sources, RunSamples whole) throws DeclarationException {
        if (declared) {
            return List.of();
        }
        Set<CaseName> known = whole.known();
        known.addAll(sources.declared(words));
        return Unmatched.of(file.read(), known);
    }

    private Rules rules(RunSamples samples) throws DeclarationException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        if (!declared) {
            return Rules.of(file.read(), samples, today);
        }
        try (Project project = Project.open(file.path(), context.environment())) {
            Declarations all = project.declare();
            Map<String, Budget> budgets = new LinkedHashMap<>();
            Map<String, Double> confidence = new LinkedHashMap<>();
            Map<List<Object>, List<CaseName>> byJmh =
                    samples.ofHead().stream().collect(Collectors.groupingBy(ReportCommand::jmh));
            all.cases().forEach(one -> byJmh.getOrDefault(jmh(one.name()), List.of())
                    .forEach(name -> {
                        budgets.put(name.qualified(), one.benchmark().budget());
                        one.measure().confidence().ifPresent(share -> confidence.put(name.qualified(), share));
                    }));
            DeclaredRules code = new DeclaredRules(List.of(), Set.of(), budgets, all.laws(), confidence);
            return Rules.of(all.file(), code, samples.known(), samples.ofHead(), today);
        }
    }

    /** What a case is called whichever suite it is in. */
    private static List<Object> jmh(CaseName name) {
        return List.of(name.jmhName(), name.params());
    }

    /** The words that ask for the comparison of all cases. */
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
