package dev.clnrm.bench.measure;

import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteLoader;
import dev.clnrm.bench.config.SuiteProcess;
import dev.clnrm.bench.faulty.FaultyJar;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Planner;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.Shard;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Steadiness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Suites of {@code faulty} declared, planned and run by what runs them for people, short of the command line. */
final class RealForks {
    private static final Map<String, Declarations> DECLARED = new HashMap<>();

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final List<String> notes = new ArrayList<>();
    private Measure override = Measure.OPEN;
    private double timeoutSeconds = 20;
    private boolean archives = true;

    /** Forks whose files are in {@code folder}. */
    RealForks(Path folder) {
        this.folder = folder;
    }

    RealForks environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    RealForks java(String version) {
        override = override.withJava(version);
        return this;
    }

    RealForks timeout(double seconds) {
        timeoutSeconds = seconds;
        return this;
    }

    /** Forks that start as plain JMH's do. */
    RealForks withoutArchives() {
        archives = false;
        return this;
    }

    /** What people were told. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path scratch() {
        return folder.resolve("scratch");
    }

    /** What is left of the folders forks had for themselves. */
    List<Path> leftovers() throws IOException {
        try (var files = Files.list(scratch())) {
            return files.filter(file -> file.getFileName().toString().startsWith("fork-"))
                    .toList();
        }
    }

    /** Runs every case of these benchmarks of a suite class. */
    List<JournalEntry> run(Class<?> suite, String... benchmarks) throws Exception {
        return run(plan(suite, benchmarks));
    }

    /** The first case of a benchmark. */
    PlannedCase planned(Class<?> suite, String benchmark) throws Exception {
        return plan(suite, benchmark).cases().get(0);
    }

    /** Runs one fork of a case, without an archive. */
    JournalEntry fork(PlannedCase planned) throws Exception {
        ForkJob job = new ForkJob(planned, JournalEntry.HEAD, 0, 0, OptionalInt.of(1));
        return run(new LinkForks(session(), new Archives(session())), job, Archives.Start.plain(planned.launch()));
    }

    static JournalEntry run(LinkForks forks, ForkJob job, Archives.Start start) throws InterruptedException {
        List<JournalEntry> records = new ArrayList<>();
        forks.run(List.of(job), start, RunListener.SILENT, records::add);
        return records.get(0);
    }

    /** How one fork of a case failed. */
    Outcome.Failed failure(PlannedCase planned) throws Exception {
        Outcome outcome = fork(planned).outcome();
        if (outcome instanceof Outcome.Failed failed) {
            return failed;
        }
        throw new AssertionError(planned.name() + " " + outcome);
    }

    List<JournalEntry> run(Plan plan) throws IOException {
        List<JournalEntry> journal = new ArrayList<>();
        Controller controller = new Controller(
                plan,
                List.of(),
                journal::add,
                records -> MoreForks.most(List.of()),
                fork -> Optional.empty(),
                Forks.real(session()),
                new NoteKeeper(notes),
                System::nanoTime);
        controller.run();
        return journal;
    }

    Plan plan(Class<?> suite, String... benchmarks) throws DeclarationException, SuiteLoader.CannotLoad, IOException {
        Files.createDirectories(scratch());
        SuiteProcess suites =
                new SuiteProcess(folder, scratch(), Optional.empty(), FaultyJar.jars(OwnJars.find()), System.getenv());
        Declarations declared = DECLARED.get(suite.getName());
        if (declared == null) {
            declared = declare(suite, suites);
            DECLARED.put(suite.getName(), declared);
        }
        Request all = new Request(
                List.of(),
                List.of(),
                Request.Depth.NORMAL,
                override,
                OptionalInt.empty(),
                42,
                false,
                Shard.WHOLE,
                Optional.empty(),
                false);
        Plan plan = new Planner(suites, folder, Jvm.own(), environment).plan(declared.suites(), all);
        Set<String> wanted = Set.of(benchmarks);
        List<PlannedCase> cases = plan.cases().stream()
                .filter(c -> wanted.contains(c.name().benchmark()))
                .toList();
        Set<String> found = cases.stream().map(c -> c.name().benchmark()).collect(Collectors.toSet());
        if (!found.equals(wanted)) {
            throw new AssertionError(found + " of " + wanted);
        }
        return new Plan(cases, 42, Optional.empty());
    }

    /** The same case in forks started with other arguments, or not started at all. */
    static PlannedCase onJvm(PlannedCase planned, Jvm jvm) {
        Launch launch = planned.launch();
        return new PlannedCase(
                planned.name(),
                planned.mode(),
                planned.target(),
                new Launch(
                        launch.classPath(),
                        jvm,
                        launch.jvmArgs(),
                        launch.env(),
                        launch.directory(),
                        launch.jmhVersion()),
                planned.effort());
    }

    /** The same case without this program's jars. */
    static PlannedCase without(PlannedCase planned, String jar) {
        Launch launch = planned.launch();
        List<Path> entries = launch.classPath().entries().stream()
                .filter(entry -> !entry.getFileName().toString().startsWith(jar))
                .toList();
        return new PlannedCase(
                planned.name(),
                planned.mode(),
                planned.target(),
                launch.with(new ClassPath(entries)),
                planned.effort());
    }

    Session session() throws IOException {
        Files.createDirectories(logs());
        return new Session(
                scratch(),
                logs(),
                environment,
                Steadiness::steadyFrom,
                timeoutSeconds,
                archives,
                name -> "clnrm-bench run '" + name + "' --forks 1");
    }

    private static Declarations declare(Class<?> suite, SuiteProcess suites) throws DeclarationException {
        String name = suite.getSimpleName().replace("Suite", "").toLowerCase(java.util.Locale.ROOT);
        String yaml = "version: 1\nsuites:\n  " + name + ":\n    classpath: " + FaultyJar.path() + "\n    suite: "
                + suite.getName() + "\n";
        return Declarations.resolve(
                BudgetsReader.read("budgets.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
                suites,
                LocalDate.of(2026, 1, 31));
    }
}
