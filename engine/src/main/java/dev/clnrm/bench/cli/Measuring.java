package dev.clnrm.bench.cli;

import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.runs.RunRequest;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.stats.Steadiness;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.config.Hooks;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlanDigest;
import dev.clnrm.bench.terminal.Progress;
import dev.clnrm.bench.terminal.Terminal;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.measure.Controller;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.measure.Forks;
import dev.clnrm.bench.measure.RunListener;
import dev.clnrm.bench.measure.Session;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.JmhJson;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a plan and keeps what it gives in a run folder, whatever happens on the way. */
final class Measuring {
    private final Context context;
    private final RunCommand command;
    private final Project project;
    private final Plan plan;
    private final Declarations declared;
    private final Optional<Path> resumed;
    private final Terminal terminal;

    Measuring(
            Context context,
            RunCommand command,
            Project project,
            Plan plan,
            Declarations declared,
            Optional<Path> resumed,
            Terminal terminal) {
        this.declared = declared;
        this.terminal = terminal;
        this.context = context;
        this.command = command;
        this.project = project;
        this.plan = plan;
        this.resumed = resumed;
    }

    /**
     * What a run gave.
     *
     * @param records all finished and failed forks
     * @param folder where the run is kept
     * @param cutShort whether something kept it from its end: a signal, or a file that could not be written
     */
    record Result(List<JournalEntry> records, RunFacts facts, Path folder, boolean cutShort) {}

    Result measure(Function<List<JournalEntry>, Judgement> judge) {
        Hooks hooks = declared.file().hooks();
        PlanDigest digest = PlanDigest.of(plan);
        long begin = System.nanoTime();
        List<String> notes = new ArrayList<>();
        try (RunFolder folder = open(digest)) {
            HookCommands commands = new HookCommands(project.directory(), notes);
            Map<String, String> variables =
                    Map.of("CLNRM_RUN", folder.folder().toAbsolutePath().toString());
            commands.run("before-run", hooks.beforeRun(), variables);
            List<JournalEntry> earlier = earlier(folder, digest, notes);
            List<JournalEntry> kept =
                    earlier.stream().filter(JournalEntry::finished).toList();
            Progress progress = terminal.progress(command.output.quiet);
            RunListener listener = new Showing(progress);
            Session session = new Session(
                    project.scratch(),
                    folder.logs().toAbsolutePath(),
                    context.environment(),
                    Steadiness::steadyFrom,
                    command.options.shared.timeout.seconds(),
                    command.options.archives(),
                    this::repeat);
            noteSharing(notes);
            List<JournalEntry> records = new ArrayList<>(kept);
            Controller.End end = Controller.End.STOPPED;
            try (Journal journal = folder.journal()) {
                Controller controller = new Controller(
                        plan, earlier, journal::append, done -> open(judge.apply(done)), Forks.real(session), listener);
                try (Interruption interruption = new Interruption(controller::stop)) {
                    end = controller.run();
                    interruption.noteIf(end == Controller.End.STOPPED, "run", notes);
                    noteEnd(end, notes);
                } catch (FileException e) {
                    notes.add(e.getMessage());
                } finally {
                    records = new ArrayList<>(controller.records());
                    progress.done();
                }
            }
            for (String suite : suites()) {
                commands.run("after-suite", hooks.afterSuite(), with(variables, "CLNRM_SUITE", suite));
            }
            commands.run("after-run", hooks.afterRun(), variables);
            finish(folder, records, end, notes);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Result(
                    records,
                    facts(folder, records.size(), kept.size(), seconds, notes),
                    shortest(folder.folder()),
                    end == Controller.End.STOPPED);
        }
    }

    private List<String> suites() {
        return plan.cases().stream().map(c -> c.name().suite()).distinct().toList();
    }

    private static Map<String, String> with(Map<String, String> variables, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return more;
    }

    private RunFolder open(PlanDigest digest) {
        if (resumed.isPresent()) {
            return RunFolder.resume(resumed.get());
        }
        RunManifest run = RunManifest.begin(
                Instant.now(),
                new RunRequest(
                        Optional.empty(),
                        arguments(),
                        Optional.of(command.file.file.toString()),
                        plan.seed(),
                        Map.of("cases", digest.cases(), "code", digest.code()),
                        command.options.shared.shard.section()),
                new MeasuredCode(Map.of(), CheckedOut.at(project.directory(), context.environment())),
                Optional.of(Fingerprint.ofThisMachine()),
                PlannedCases.of(plan.cases().stream().map(CaseFacts::of).toList()),
                Optional.of(DeclaredRules.of(declared, plan)));
        return command.out == null
                ? RunFolder.create(Project.runs(command.file.file), run)
                : RunFolder.createAt(command.out, run);
    }

    /** The command line that asks for this very run: its own words, and the seed that was drawn. */
    private List<String> arguments() {
        List<String> own = context.args().stream().skip(1).toList();
        boolean seeded = own.stream().anyMatch(a -> a.startsWith("--seed"));
        return seeded
                ? own
                : Stream.concat(own.stream(), Stream.of("--seed", Long.toString(plan.seed())))
                        .toList();
    }

    private List<JournalEntry> earlier(RunFolder folder, PlanDigest digest, List<String> notes) {
        if (resumed.isEmpty() || Files.notExists(folder.samples())) {
            return List.of();
        }
        Map<String, String> before = folder.manifest().request().digest();
        check("cases", digest.cases(), before, "the cases or how they are measured");
        check("code", digest.code(), before, "the code that is measured");
        Journal.Contents contents = Journal.read(folder.samples());
        contents.torn()
                .ifPresent(torn -> notes.add("the last line of " + torn.file()
                        + " was cut off in the middle; its fork is measured again"));
        long kept = contents.records().stream().filter(JournalEntry::finished).count();
        notes.add("resumed: kept " + kept + " finished forks");
        return contents.records();
    }

    private static void check(String part, String now, Map<String, String> before, String what) {
        if (!now.equals(before.getOrDefault(part, now))) {
            throw new UserException(
                    what + " changed since the run began, so its forks cannot be joined by new ones",
                    "start another run, or bring back what it measured");
        }
    }

    /**
     * What more forks might decide: what seems broken, for nothing is called so at the first look, and what is inconclusive, for which a quick
     * run takes no longer than it says.
     */
    private MoreForks open(Judgement judgement) {
        if (!command.options.depth.quick) {
            return MoreForks.most(cases(judgement, EnumSet.of(Status.FAIL, Status.INCONCLUSIVE)));
        }
        Map<CaseName, Integer> broken = new LinkedHashMap<>();
        cases(judgement, EnumSet.of(Status.FAIL)).forEach(name -> broken.put(name, Defaults.QUICK_AGAIN));
        Stream<MoreForks.Open> budgets = judgement.budgets().stream()
                .filter(budget -> budget.status() == Status.INCONCLUSIVE)
                .map(budget -> open(List.of(budget.name()), budget.forksToDecide()));
        Stream<MoreForks.Open> laws = judgement.laws().stream()
                .filter(law -> law.status() == Status.INCONCLUSIVE)
                .map(law -> open(law.cases(), law.forksToDecide()));
        return new MoreForks(broken, Stream.concat(budgets, laws).toList(), Defaults.QUICK_SECONDS);
    }

    private static MoreForks.Open open(List<CaseName> cases, Optional<Integer> forks) {
        return new MoreForks.Open(cases, forks.orElse(Integer.MAX_VALUE));
    }

    private static Set<CaseName> cases(Judgement judgement, Set<Status> statuses) {
        Stream<CaseName> budgets = judgement.budgets().stream()
                .filter(budget -> statuses.contains(budget.status()))
                .map(BudgetVerdict::name);
        Stream<CaseName> laws = judgement.laws().stream()
                .filter(law -> statuses.contains(law.status()))
                .map(LawVerdict::cases)
                .flatMap(List::stream);
        return Stream.concat(budgets, laws).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void noteSharing(List<String> notes) {
        if (plan.shared()) {
            int most = plan.jvms(0).stream().mapToInt(List::size).max().orElse(1);
            notes.add("up to " + most
                    + " cases shared a JVM, in an order shuffled for each; --own-jvms gives each its own");
        }
    }

    private void noteEnd(Controller.End end, List<String> notes) {
        if (end == Controller.End.TIME_BUDGET) {
            notes.add("the time budget was used up before every case had its forks");
        }
    }

    private void finish(RunFolder folder, List<JournalEntry> records, Controller.End end, List<String> notes) {
        try {
            JmhJson.write(folder.jmhResult(), JmhResults.of(plan, records));
            folder.end(end, List.of(), Instant.now());
            Summaries.ALL.keep(folder.folder());
        } catch (FileException e) {
            notes.add(e.getMessage());
        }
    }

    private String repeat(CaseName name) {
        String file = command.file.file.toString();
        return Words.again(List.of(name), Optional.of(1))
                + (file.equals(Defaults.FILE) ? "" : " --file " + Words.quoted(file))
                + (command.options.shared.java == null ? "" : " --java " + Words.quoted(command.options.shared.java));
    }

    private RunFacts facts(RunFolder folder, int forks, int kept, double seconds, List<String> notes) {
        return new RunFacts(
                Optional.of(Fingerprint.ofThisMachine().words()),
                Optional.of(String.join(" and ", jvms())),
                plan.seed(),
                seconds,
                forks,
                kept,
                Optional.of(shortest(folder.folder()).toString()),
                notes);
    }

    private List<String> jvms() {
        return plan.cases().stream()
                .map(c -> c.launch().jvm())
                .map(jvm -> (jvm.vendor() + " " + jvm.version()).strip())
                .distinct()
                .toList();
    }

    static Path shortest(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = folder.toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
