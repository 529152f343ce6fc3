package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.config.SuiteProcess;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.measure.Leftovers;
import dev.clnrm.bench.measure.OwnJars;
import dev.clnrm.bench.os.HeldFolder;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Planner;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.store.DirectoryStore;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A project with its {@code budgets.yaml}, its declarations, and a folder for temporary files while it is open. The next process that opens
 * its own folder removes the folder of a killed process.
 */
public final class Project implements AutoCloseable {
    /** The least room for the answers of suites and the files of forks. Further room is used for class-data archives. */
    private static final int LEAST_ROOM = 256 << 10;

    private static final Pattern ABBREVIATED = Pattern.compile("[0-9a-f]{7,39}");

    private final Path file;
    private final Path directory;
    private final HeldFolder scratch;
    private final SuiteProcess suites;
    private final Planner planner;

    private Project(
            Path file, Path directory, HeldFolder scratch, Map<String, String> environment, Optional<Jvm> builtBy) {
        Jvm own = Jvm.own();
        this.file = file;
        this.directory = directory;
        this.scratch = scratch;
        Map<String, String> ofBuild = builtBy.map(jdk -> jdk.in(environment)).orElse(environment);
        this.suites = new SuiteProcess(directory(), scratch.path(), builtBy, OwnJars.find(), ofBuild);
        this.planner = new Planner(suites, directory(), own, environment);
    }

    public static Project open(Path file, Map<String, String> environment) {
        return new Project(file, directoryOf(file), temporary(), environment, Optional.empty());
    }

    /** A project of which a run is asked for. If {@code --java} is given, that JDK asks its suites. */
    static Project open(Asked asked) {
        Map<String, String> environment = asked.environment();
        return open(
                asked.file(),
                directoryOf(asked.file()),
                environment,
                Builds.jdk(asked.request().override().java(), environment));
    }

    /**
     * Opens another revision of a project: its paths are relative to another folder than that of its file.
     *
     * @param builtBy the JDK that builds the project and declares its suites; if empty, the JDK of the environment builds it, and the
     *     JDK of {@code java:} declares
     */
    static Project open(Path file, Path directory, Map<String, String> environment, Optional<Jvm> builtBy) {
        return new Project(file, directory, temporary(), environment, builtBy);
    }

    private static HeldFolder temporary() {
        String parent = System.getProperty("java.io.tmpdir", "");
        HeldFolder folder;
        try {
            folder = HeldFolder.made(Path.of(parent), Leftovers.PREFIX);
        } catch (IOException e) {
            throw noRoom("no folder for temporary files could be made in " + parent + ": " + e.getMessage());
        }
        try {
            Files.delete(Files.write(folder.path().resolve("room"), new byte[LEAST_ROOM]));
            return folder;
        } catch (IOException e) {
            folder.close();
            throw noRoom("the folder for temporary files " + parent + " is full: " + e.getMessage());
        }
    }

    private static UserException noRoom(String message) {
        return new UserException(
                ExitStatus.COULD_NOT_MEASURE, message, "free some space, or set another folder with -Djava.io.tmpdir");
    }

    /** The folder that the project's paths are relative to. */
    public Path directory() {
        return directory;
    }

    /** The default folder for the runs of the project with this file. */
    public static Path runs(Path file) {
        return directoryOf(file).resolve(RunFolder.RUNS);
    }

    /** The store of runs and baselines in the own folder of the project with this file. */
    public static RunStore store(Path file) {
        return new DirectoryStore(runs(file), new Baselines(directoryOf(file).resolve(Baselines.BASELINES)));
    }

    /**
     * The store that a word names.
     *
     * @param word {@code DIR}, {@code git:BRANCH} or {@code jdbc:URL}
     */
    public static RunStore store(String word, Path file, Map<String, String> environment) {
        return RunStore.isFolder(word)
                ? RunStore.in(Path.of(word))
                : RunStore.of(word, directoryOf(file), OwnFolder.made(file).resolve("fetched"), environment);
    }

    /**
     * The repository of the project with this file.
     *
     * @throws CheckoutException if the project is not in a repository
     */
    public static Repository repository(Path file, Map<String, String> environment) throws CheckoutException {
        return Repository.at(directoryOf(file), environment);
    }

    /** The commits of that repository; none without a repository. */
    public static CommitGraph commits(Path file, Map<String, String> environment) {
        return commits(file, "HEAD", environment);
    }

    /** The same, with the revision that is shown. */
    public static CommitGraph commits(Path file, String branch, Map<String, String> environment) {
        try {
            return repository(file, environment).commits(branch);
        } catch (CheckoutException e) {
            return CommitGraph.UNKNOWN;
        }
    }

    /** The full hash of a commit of that repository, from its first digits; the same text if there is no such commit. */
    public static String hash(String commit, Path file, Map<String, String> environment) {
        if (!ABBREVIATED.matcher(commit).matches()) {
            return commit;
        }
        try {
            String full = repository(file, environment).resolve(commit).hash();
            return full.startsWith(commit) ? full : commit;
        } catch (CheckoutException e) {
            return commit;
        }
    }

    /** The folder that contains a file. */
    static Path directoryOf(Path file) {
        return file.toAbsolutePath().normalize().resolveSibling("");
    }

    /** A folder for temporary files, which is deleted when the project is closed. */
    Path scratch() {
        return scratch.path();
    }

    /** Reads the budgets file and the declarations of the suites it names. */
    public Declarations declare() throws DeclarationException {
        return Declarations.resolve(BudgetsReader.read(file), suites, LocalDate.now(ZoneOffset.UTC));
    }

    /** The declarations of a given budgets file in this project. */
    Declarations declare(BudgetsFile declared) throws DeclarationException {
        return Declarations.resolve(declared, suites, LocalDate.now(ZoneOffset.UTC));
    }

    /**
     * The suites of a budgets file that exist.
     *
     * @param missing receives the reason for each suite that does not exist
     */
    List<SuiteSource> there(BudgetsFile declared, Consumer<DeclarationException> missing) {
        List<SuiteSource> there = new ArrayList<>();
        for (SuiteSource suite : declared.suites()) {
            try {
                declare(declared.onlyMeasuring(List.of(suite)));
                there.add(suite);
            } catch (DeclarationException e) {
                missing.accept(e);
            }
        }
        return there;
    }

    /** Whether the jars and folders that suites name exist. */
    boolean has(List<SuiteSource> sources) {
        return sources.stream().allMatch(suites::isBuilt);
    }

    /** Plans the forks that measure a request. */
    Plan plan(Declarations declared, Request request) {
        NoMatchingCase.refuse(request, List.of(declared));
        Plan plan = planOrNothing(declared, request);
        if (plan.cases().isEmpty()) {
            throw NoMatchingCase.found(declared, request);
        }
        return plan;
    }

    /** Plans the forks that measure a request, which may match no case. */
    Plan planOrNothing(Declarations declared, Request request) {
        try {
            return planner.plan(declared.suites(), request);
        } catch (CannotLoad e) {
            throw new UserException(String.valueOf(e.getMessage()), e.help());
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
