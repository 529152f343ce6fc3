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
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.measure.Leftovers;
import dev.clnrm.bench.measure.OwnJars;
import dev.clnrm.bench.os.Scratch;
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

/**
 * A project: its {@code budgets.yaml}, what it declares, and a folder for temporary files while it is open. What a killed process left is
 * removed when the next one opens its own.
 */
public final class Project implements AutoCloseable {
    /** What the answers of suites and the files of forks take; what more there is room for is used for class-data archives. */
    private static final int LEAST_ROOM = 256 << 10;

    private final Path file;
    private final Path directory;
    private final Path scratch;
    private final SuiteProcess suites;
    private final Planner planner;

    private Project(Path file, Path directory, Path scratch, Map<String, String> environment, Optional<Jvm> builtBy) {
        Jvm own = Jvm.own();
        this.file = file;
        this.directory = directory;
        this.scratch = scratch;
        Map<String, String> ofBuild = builtBy.map(jdk -> jdk.in(environment)).orElse(environment);
        this.suites = new SuiteProcess(directory(), scratch, builtBy.orElse(own), OwnJars.find(), ofBuild);
        this.planner = new Planner(suites, directory(), own, environment);
    }

    public static Project open(Path file, Map<String, String> environment) {
        return new Project(file, directoryOf(file), temporary(), environment, Optional.empty());
    }

    /**
     * A project whose paths are relative to another folder than that of its file: another revision of it.
     *
     * @param builtBy the JDK that builds it and asks its suites; absent: that of the environment builds, and this program's asks
     */
    static Project open(Path file, Path directory, Map<String, String> environment, Optional<Jvm> builtBy) {
        return new Project(file, directory, temporary(), environment, builtBy);
    }

    private static Path temporary() {
        String parent = System.getProperty("java.io.tmpdir", "");
        Path folder;
        try {
            Scratch.removeAbandoned(Path.of(parent), Leftovers.PREFIX);
            folder = Files.createTempDirectory(
                    Leftovers.PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw noRoom("no folder for temporary files could be made in " + parent + ": " + e.getMessage());
        }
        try {
            Files.delete(Files.write(folder.resolve("room"), new byte[LEAST_ROOM]));
            return folder;
        } catch (IOException e) {
            Scratch.delete(folder);
            throw noRoom("the folder for temporary files " + parent + " is full: " + e.getMessage());
        }
    }

    private static UserException noRoom(String message) {
        return new UserException(
                ExitStatus.COULD_NOT_MEASURE, message, "free some space, or set another folder with -Djava.io.tmpdir");
    }

    /** The folder of the project's file: what its paths are relative to. */
    public Path directory() {
        return directory;
    }

    /** Where the runs of the project with this file are kept unless told otherwise. */
    public static Path runs(Path file) {
        return directoryOf(file).resolve(RunFolder.RUNS);
    }

    /** The runs and baselines of the project with this file, in its own folder. */
    public static RunStore store(Path file) {
        return new DirectoryStore(runs(file), new Baselines(directoryOf(file).resolve(Baselines.BASELINES)));
    }

    /**
     * The home of runs that a word means.
     *
     * @param word {@code DIR}, {@code git:BRANCH} or {@code jdbc:URL}
     */
    public static RunStore store(String word, Path file, Map<String, String> environment) {
        return RunStore.isFolder(word)
                ? RunStore.in(Path.of(word))
                : RunStore.of(word, directoryOf(file), OwnFolder.made(file).resolve("fetched"), environment);
    }

    /**
     * The repository that the project with this file is in.
     *
     * @throws CheckoutException if it is in none
     */
    public static Repository repository(Path file, Map<String, String> environment) throws CheckoutException {
        return Repository.at(directoryOf(file), environment);
    }

    /** The folder a file is in. */
    static Path directoryOf(Path file) {
        return file.toAbsolutePath().normalize().resolveSibling("");
    }

    /** A folder for temporary files, gone when the project is closed. */
    Path scratch() {
        return scratch;
    }

    /** Reads the file and asks the suites it names. */
    public Declarations declare() throws DeclarationException {
        return Declarations.resolve(BudgetsReader.read(file), suites, LocalDate.now(ZoneOffset.UTC));
    }

    /** What a file that was read, or made, declares here. */
    Declarations declare(BudgetsFile declared) throws DeclarationException {
        return Declarations.resolve(declared, suites, LocalDate.now(ZoneOffset.UTC));
    }

    /**
     * The suites of a file that are there.
     *
     * @param missing is told why another is not
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

    /** Whether the jars and folders that suites name are there. */
    boolean has(List<SuiteSource> sources) {
        return sources.stream().allMatch(suites::isBuilt);
    }

    /** Settles which forks measure what is asked for. */
    Plan plan(Declarations declared, Request request) {
        Plan plan = planOrNothing(declared, request);
        if (plan.cases().isEmpty()) {
            throw NoMatchingCase.found(declared, request);
        }
        return plan;
    }

    /** The same if nothing may be found. */
    Plan planOrNothing(Declarations declared, Request request) {
        try {
            return planner.plan(declared.suites(), request);
        } catch (CannotLoad e) {
            throw new UserException(String.valueOf(e.getMessage()), e.help());
        }
    }

    @Override
    public void close() {
        Scratch.delete(scratch);
    }
}
