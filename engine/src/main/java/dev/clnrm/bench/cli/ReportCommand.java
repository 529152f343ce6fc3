package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Changes;
import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.Filters;
import dev.clnrm.bench.app.Judged;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.Confidences;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.KnownNames;
import dev.clnrm.bench.judge.Promises;
import dev.clnrm.bench.judge.Settings;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.samples.WholeFile;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.terminal.Color;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a page with charts. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
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
final class ReportCommand implements Callable<Integer> {
    private final Context context;

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
            names = "--history",
            paramLabel = "DIR",
            description =
                    "A folder of earlier runs, drawn where they come from the same machine (default: the project's own runs).")
    private @Nullable Path history;

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    ReportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws DeclarationException {
        Sources sources = Sources.of(file.path());
        Reported whole = Reported.read(sources, words);
        Reported reported = whole.only(only);
        if (reported.known().isEmpty()) {
            throw new UserException(
                    only.isEmpty()
                            ? "there is no case to show"
                            : "no case matches `" + String.join("` or `", only) + "`",
                    only.isEmpty() ? "measure some with `clnrm-bench run`" : "leave out --only to show all cases");
        }
        Expectations expected = expected(reported);
        Sampled sampled = new Sampled(
                reported.base().map(Side::samples).orElse(List.of()),
                reported.head().samples(),
                new EarlierRuns(reported, expected.confidence())
                        .in(history == null ? Project.runs(file.path()) : history),
                reported.base().map(side -> Spreads.of(side.family())).orElse(Spreads.ALONE),
                Spreads.of(reported.head().family()));
        Set<CaseName> all = whole.known();
        all.addAll(sources.declared(words));
        List<Caveat.NoSuchCase> unmatched = declared ? List.of() : Unmatched.of(file.read(), all);
        Optional<Path> stored = words.size() == 1 && only.isEmpty() && !declared && !change.allowDifferentHosts
                ? reported.folder()
                : Optional.empty();
        String html = stored.isPresent() ? stored(stored.get(), sampled) : page(reported, expected, sampled, unmatched);
        byte[] page = html.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(out, stream -> stream.write(page));
        Terminal.ofThisProcess(Color.AUTO, context.environment()).print(out + "\n");
        return ExitStatus.WITHIN_BUDGET;
    }

    /** A whole run has the same verdicts wherever it is read. */
    private String stored(Path folder, Sampled sampled) throws DeclarationException {
        Judged.Rules rules = new Judged.Rules(
                file.read(), Optional.ofNullable(change.failOn), false, List.of(), Judged.Origin.STORED);
        return Judged.of(folder, rules, LocalDate.now(ZoneOffset.UTC))
                .texts()
                .page(words.get(0), command(), folder.toString(), sampled);
    }

    private String page(Reported reported, Expectations expected, Sampled sampled, List<Caveat.NoSuchCase> unmatched) {
        if (reported.base().isPresent()) {
            Side base = reported.base().get();
            Changes changes = new Changes(base, reported.head(), expected, change.strictness(false));
            return HtmlReport.render(compared(reported, changes, unmatched), sampled);
        }
        return HtmlReport.render(words.get(0), new OneSide(reported, expected, unmatched).view(), sampled);
    }

    /** Two sides that took turns are judged as their run looked at them, so that a page says what the run said. */
    private Report compared(Reported reported, Changes changes, List<Caveat.NoSuchCase> unmatched) {
        if (reported.together().isEmpty()) {
            return changes.view(changes.judge().with(unmatched), command(), List.of());
        }
        StoredRun run = reported.together().get();
        List<CaseKey> vanished = run.vanished().stream()
                .filter(key -> only.isEmpty() || Filters.any(only, key.name()))
                .toList();
        return changes.view(
                changes.judge(run.looks(), run.sameCode()).withRemoved(vanished).with(unmatched),
                command(),
                run.leftOut().stream().toList(),
                Optional.of(run.cost(
                        new Pair(changes.base(), changes.head()),
                        reported.folder().map(Path::toString))));
    }

    private Expectations expected(Reported reported) throws DeclarationException {
        Set<CaseName> measured = new LinkedHashSet<>();
        reported.head().samples().stream().map(CaseSamples::name).forEach(measured::add);
        if (!declared) {
            DeclaredRules code = Sources.of(file.path()).promised(words.get(words.size() - 1));
            return Expectations.of(file.read(), code, reported.known(), measured, LocalDate.now(ZoneOffset.UTC));
        }
        try (Project project = Project.open(file.path(), context.environment())) {
            Declarations all = project.declare();
            Map<CaseName, Budget> budgets = new LinkedHashMap<>();
            Map<CaseName, Double> confidence = new LinkedHashMap<>();
            Map<List<Object>, List<CaseName>> byJmh =
                    measured.stream().collect(Collectors.groupingBy(ReportCommand::jmh));
            all.cases().forEach(one -> byJmh.getOrDefault(jmh(one.name()), List.of())
                    .forEach(name -> {
                        budgets.put(name, one.budget());
                        one.measure().confidence().ifPresent(share -> confidence.put(name, share));
                    }));
            KnownNames names = new KnownNames(measured);
            List<Law> laws =
                    all.laws().stream().flatMap(law -> names.laws(law).stream()).toList();
            Settings settings = Settings.DEFAULT
                    .withConfidence(Confidences.ofAll(all.file()))
                    .withConfidenceByCase(confidence);
            return Expectations.of(all, new Promises(budgets, laws, settings));
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
