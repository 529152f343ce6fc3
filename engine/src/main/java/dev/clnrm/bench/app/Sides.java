package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Trees;
import dev.clnrm.bench.terminal.Interruption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two states of a project, built and asked what they declare, before anything is measured. */
public final class Sides implements AutoCloseable {
    private final Path file;
    private final Map<String, String> environment;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Interruption preparing = new Interruption(Thread.currentThread()::interrupt);
    private Optional<Prepared> base = Optional.empty();
    private Optional<Prepared> head = Optional.empty();

    /**
     * A side that can be planned.
     *
     * @param ownFile whether it is declared by a file of its own
     */
    public record Prepared(Revision revision, Project project, Declarations declared, boolean ownFile) {}

    /** Prepares both sides. */
    private interface Preparation {
        void of(Sides sides) throws CheckoutException, DeclarationException, InterruptedException;
    }

    private Sides(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    private static Sides of(Path file, Map<String, String> environment, Preparation preparation)
            throws DeclarationException {
        Sides sides = new Sides(file, environment);
        boolean prepared = false;
        try {
            preparation.of(sides);
            prepared = true;
            return sides;
        } catch (CheckoutException e) {
            throw Thread.interrupted() ? interrupted() : new UserException(String.valueOf(e.getMessage()), e.help());
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            if (!prepared) {
                sides.close();
            }
        }
    }

    /**
     * Two revisions of the project with this file.
     *
     * @param baseWord what is compared against: a revision
     * @param headWord what is compared; absent: the work tree
     * @param parted whether the base is where the two parted, and not the revision itself
     */
    public static Sides ofRevisions(
            Path file, String baseWord, Optional<String> headWord, boolean parted, Map<String, String> environment)
            throws DeclarationException {
        return of(file, environment, sides -> {
            Path directory = file.toAbsolutePath().normalize().resolveSibling("");
            Repository repository = Repository.at(directory, environment);
            Trees trees = Trees.open(repository, Path.of(System.getProperty("java.io.tmpdir", "")));
            sides.closeLast(trees);
            Commit headCommit = headWord.isPresent() ? repository.resolve(headWord.get()) : repository.head();
            Commit asked = repository.resolve(baseWord);
            Commit from = parted ? repository.mergeBase(asked, headCommit) : asked;
            boolean dirty = headWord.isEmpty() && repository.dirty();
            Revision base = new Revision(baseWord, trees.of(from), Optional.of(from), false);
            Revision head = headWord.isEmpty()
                    ? new Revision("work tree", directory, Optional.of(headCommit), dirty)
                    : new Revision(headWord.get(), trees.of(headCommit), Optional.of(headCommit), false);
            if (from.equals(headCommit) && !dirty) {
                sides.note("both sides are the same commit, so every difference is noise");
            }
            sides.prepare(base, head, directory);
        });
    }

    /** Two jars of JMH benchmarks. */
    public static Sides ofJars(Path file, Path base, Path head, Map<String, String> environment)
            throws DeclarationException {
        return of(file, environment, sides -> {
            sides.base = Optional.of(sides.ofJar(base));
            sides.head = Optional.of(sides.ofJar(head));
        });
    }

    /** The project as it is, on both sides. */
    static Sides same(Path file, Map<String, String> environment) throws DeclarationException {
        return of(file, environment, sides -> {
            Path directory = file.toAbsolutePath().normalize().resolveSibling("");
            Project project = sides.open(file, directory);
            Revision revision = new Revision("the same code", directory, Optional.empty(), false);
            sides.base = Optional.of(new Prepared(revision, project, project.declare(), true));
            sides.head = sides.base;
        });
    }

    private Prepared ofJar(Path jar) throws DeclarationException {
        Path absolute = jar.toAbsolutePath().normalize();
        String text =
                "version: 1\nsuites:\n  jmh:\n    jar: '" + absolute.toString().replace("'", "''") + "'\n";
        Project project = open(file, absolute.resolveSibling(""));
        BudgetsFile declared = BudgetsReader.read(jar.toString(), text.getBytes(StandardCharsets.UTF_8));
        return new Prepared(
                new Revision(jar.toString(), absolute.resolveSibling(""), Optional.empty(), false),
                project,
                project.declare(declared),
                true);
    }

    private void prepare(Revision ofBase, Revision ofHead, Path directory)
            throws DeclarationException, InterruptedException {
        Path logs = directory.resolve(".clnrm-bench");
        Path name = Path.of(String.valueOf(file.getFileName()));
        Path headFile =
                ofHead.folder().equals(directory) ? file : ofHead.folder().resolve(name);
        Path baseFile = ofBase.folder().resolve(name);
        BudgetsFile atHead = named(BudgetsReader.read(headFile));
        boolean own = Files.exists(baseFile);
        BudgetsFile atBase = own ? named(BudgetsReader.read(baseFile)) : atHead;
        if (atBase.build().isPresent()) {
            ofBase.build(atBase.build().get(), "base", logs, environment);
        }
        if (atHead.build().isPresent()) {
            ofHead.build(atHead.build().get(), "head", logs, environment);
        }
        atHead.warnings().forEach(warning -> note(warning.clause()));
        Project headProject = open(headFile, ofHead.folder());
        head = Optional.of(new Prepared(ofHead, headProject, headProject.declare(atHead), true));
        Project baseProject = open(own ? baseFile : headFile, ofBase.folder());
        base = Optional.of(new Prepared(ofBase, baseProject, declaredOfBase(baseProject, atBase, own), own));
        if (own && !atBase.text().lines().equals(atHead.text().lines())) {
            note(name + " differs between the sides: the budgets, tolerances and thresholds of the base"
                    + " apply to the cases it has");
        }
    }

    /** A sound file under the name people know: the folder a revision was checked out to is gone when a rule is looked up. */
    private BudgetsFile named(BudgetsFile read) throws DeclarationException {
        String text = String.join("\n", read.text().lines()) + "\n";
        return BudgetsReader.read(file.toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A base that has no file of its own and none of what the head's file names has no cases at all. */
    private Declarations declaredOfBase(Project project, BudgetsFile declared, boolean own)
            throws DeclarationException {
        try {
            return project.declare(declared);
        } catch (DeclarationException e) {
            if (own) {
                throw e;
            }
            note("the base has no " + file.getFileName()
                    + " and none of the cases that the head declares: all cases are new");
            return project.declare(BudgetsFile.empty(declared.path()));
        }
    }

    private Project open(Path itsFile, Path directory) {
        Project project = Project.open(itsFile, directory, environment);
        closeLast(project);
        return project;
    }

    private void closeLast(AutoCloseable one) {
        open.add(0, one);
    }

    /**
     * Says that both sides are prepared: until here a signal to end stops what prepares them, a build or a declaration, and leaves nothing behind;
     * from here on whoever measures sees to it.
     */
    void prepared() {
        preparing.close();
        if (Thread.interrupted()) {
            throw interrupted();
        }
    }

    private static UserException interrupted() {
        return new UserException(ExitStatus.COULD_NOT_MEASURE, "interrupted before anything was measured", "");
    }

    public Prepared base() {
        return base.orElseThrow();
    }

    public Prepared head() {
        return head.orElseThrow();
    }

    /** Says something worth knowing of the two. */
    void note(String clause) {
        notes.add(clause);
    }

    /** What is worth knowing of the two, one clause each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        preparing.close();
        // What is left to remove must not be kept from it by a signal that came late.
        boolean ended = Thread.interrupted();
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing what was opened for a comparison failed", e);
            }
        }
        open.clear();
        if (ended) {
            Thread.currentThread().interrupt();
        }
    }
}
