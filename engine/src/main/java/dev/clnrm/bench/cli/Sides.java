package dev.clnrm.bench.cli;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Trees;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Two states of a project, built and asked what they declare, before anything is measured. */
final class Sides implements AutoCloseable {
    private final Path file;
    private final Map<String, String> environment;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Interruption preparing = new Interruption(Thread.currentThread()::interrupt);
    private @Nullable Side base;
    private @Nullable Side head;

    /**
     * A side that can be planned.
     *
     * @param ownFile whether it is declared by a file of its own
     */
    record Side(Revision revision, Project project, Declarations declared, boolean ownFile) {}

    private Sides(Path file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * Two revisions of the project with this file.
     *
     * @param baseWord what is compared against: a revision
     * @param headWord what is compared; absent: the work tree
     * @param parted whether the base is where the two parted, and not the revision itself
     */
    static Sides ofRevisions(Path file, String baseWord, Optional<String> headWord, boolean parted, Context context)
            throws DeclarationException {
        Sides sides = new Sides(file, context.environment());
        try {
            Path directory = file.toAbsolutePath().normalize().resolveSibling("");
            Repository repository = Repository.at(directory, context.environment());
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
                sides.notes.add("both sides are the same commit, so every difference is the machine's");
            }
            sides.prepare(base, head, directory);
            return sides;
        } catch (CheckoutException e) {
            boolean ended = Thread.interrupted();
            sides.close();
            if (ended) {
                throw interrupted();
            }
            throw new UserException(String.valueOf(e.getMessage()), e.help());
        } catch (InterruptedException e) {
            sides.close();
            throw interrupted();
        } catch (DeclarationException | RuntimeException e) {
            sides.close();
            throw e;
        }
    }

    /** Two jars of JMH benchmarks. */
    static Sides ofJars(Path file, Path base, Path head, Context context) throws DeclarationException {
        Sides sides = new Sides(file, context.environment());
        try {
            sides.base = sides.ofJar(base);
            sides.head = sides.ofJar(head);
            return sides;
        } catch (DeclarationException | RuntimeException e) {
            sides.close();
            throw e;
        }
    }

    /** The project as it is, on both sides. */
    static Sides same(Path file, Context context) throws DeclarationException {
        Sides sides = new Sides(file, context.environment());
        try {
            Path directory = file.toAbsolutePath().normalize().resolveSibling("");
            Project project = sides.open(file, directory);
            Revision revision = new Revision("the same code", directory, Optional.empty(), false);
            Side both = new Side(revision, project, project.declare(), true);
            sides.base = both;
            sides.head = both;
            return sides;
        } catch (DeclarationException | RuntimeException e) {
            sides.close();
            throw e;
        }
    }

    private Side ofJar(Path jar) throws DeclarationException {
        Path absolute = jar.toAbsolutePath().normalize();
        String text =
                "version: 1\nsuites:\n  jmh:\n    jar: '" + absolute.toString().replace("'", "''") + "'\n";
        Project project = open(file, absolute.resolveSibling(""));
        BudgetsFile declared = BudgetsReader.read(jar.toString(), text.getBytes(StandardCharsets.UTF_8));
        return new Side(
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
        Project headProject = open(headFile, ofHead.folder());
        head = new Side(ofHead, headProject, headProject.declare(atHead), true);
        Project baseProject = open(own ? baseFile : headFile, ofBase.folder());
        base = new Side(ofBase, baseProject, declaredOfBase(baseProject, atBase, own), own);
        if (own && !atBase.text().lines().equals(atHead.text().lines())) {
            notes.add(name + " differs between the sides: budgets, tolerances and thresholds of the base hold for"
                    + " the cases it has");
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
            notes.add(
                    "the base has no " + file.getFileName() + " and nothing that the head's names: all cases are new");
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

    Side base() {
        return Objects.requireNonNull(base);
    }

    Side head() {
        return Objects.requireNonNull(head);
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
