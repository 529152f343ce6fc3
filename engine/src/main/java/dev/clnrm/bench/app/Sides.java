package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.git.Build;
import dev.clnrm.bench.git.BuildFailed;
import dev.clnrm.bench.git.BuildGuess;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Trees;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.runs.LaidOver;
import dev.clnrm.bench.terminal.Interruption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Two states of a project, built and asked what they declare, before anything is measured. */
public final class Sides implements AutoCloseable {
    /** Files that people read, and what looks after a repository. A case that reads one is measured whatever its name is. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\.(md|adoc|asciidoc|rst)$|(^|/)(LICENSE|NOTICE|CODEOWNERS|\\.gitignore)$|^docs?/|^\\.github/");

    private final Asked asked;
    private final Builds builds;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Interruption preparing = new Interruption(Thread.currentThread()::interrupt);
    private Optional<List<String>> changed = Optional.empty();
    private Optional<String> same = Optional.empty();
    private Optional<Prepared> base = Optional.empty();
    private Optional<Overlaying> overlaying = Optional.empty();
    private Optional<OverlaidBase> overlaid = Optional.empty();
    private Optional<Prepared> head = Optional.empty();

    /**
     * A side that can be planned.
     *
     * @param ownFile whether it is declared by a file of its own
     */
    public record Prepared(Revision revision, Project project, Declarations declared, boolean ownFile) {}

    /**
     * A side that is not built yet.
     *
     * @param own whether the file is its own
     */
    private record Unprepared(Revision revision, Project project, BudgetsFile declared, boolean own) {
        boolean unbuilt() {
            return declared.build().command().isEmpty() && !project.has(declared.suites());
        }
    }

    /** Prepares both sides. */
    private interface Preparation {
        void of(Sides sides) throws CheckoutException, DeclarationException, InterruptedException;
    }

    private Sides(Asked asked) {
        this.asked = asked;
        this.builds = new Builds(asked, this::note);
    }

    private static Sides of(Asked asked, Preparation preparation) throws DeclarationException {
        Sides sides = new Sides(asked);
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
     * Two revisions of the project.
     *
     * @param baseWord what is compared against: a revision
     * @param headWord what is compared; absent: the work tree
     * @param parted whether the base is where the two parted, and not the revision itself
     * @param unchanged what is done if nothing changed
     */
    public static Sides ofRevisions(
            Asked asked, String baseWord, Optional<String> headWord, boolean parted, Check.Unchanged unchanged)
            throws DeclarationException {
        return of(asked, sides -> {
            Path directory = Project.directoryOf(asked.file());
            Repository repository = Repository.at(directory, asked.environment());
            Trees trees = Trees.open(repository, Path.of(System.getProperty("java.io.tmpdir", "")));
            sides.closeLast(trees);
            Commit headCommit = headWord.isPresent() ? repository.resolve(headWord.get()) : repository.head();
            String baseName = repository.base(baseWord, headCommit);
            if (!baseName.equals(baseWord)) {
                sides.note("the latest release before " + headCommit.shortHash() + " is " + baseName);
            }
            Commit named = repository.resolve(baseName);
            Commit from = parted ? repository.mergeBase(named, headCommit) : named;
            boolean dirty = headWord.isEmpty() && repository.dirty();
            String headLabel = headWord.orElse("work tree");
            if (!dirty) {
                sides.changed = Optional.of(repository.changed(from, headCommit));
                if (sides.changed.get().isEmpty() && unchanged == Check.Unchanged.AUTO) {
                    String ofBase = new Revision(baseName, directory, Optional.of(from), false).shown();
                    String ofHead = new Revision(headLabel, directory, Optional.of(headCommit), false).shown();
                    sides.same = Optional.of(ofBase + " and " + ofHead + " have the same files;"
                            + " --unchanged-code measure measures them, and `clnrm-bench run` checks budgets");
                    return;
                }
                if (sides.changed.get().isEmpty()) {
                    sides.note("both sides have the same files, so every difference is noise");
                }
            }
            Revision base = new Revision(baseName, trees.of(from), Optional.of(from), false);
            Path headFolder = headWord.isEmpty() ? directory : trees.of(headCommit);
            Revision head = new Revision(headLabel, headFolder, Optional.of(headCommit), dirty);
            sides.prepare(base, head, repository, trees);
        });
    }

    /** Two jars of JMH benchmarks. */
    public static Sides ofJars(Asked asked, Path base, Path head) throws DeclarationException {
        return of(asked, sides -> {
            sides.base = Optional.of(sides.ofJar(base));
            sides.head = Optional.of(sides.ofJar(head));
        });
    }

    /** The project as it is, on both sides. */
    static Sides same(Asked asked) throws DeclarationException {
        return of(asked, sides -> {
            Path directory = Project.directoryOf(asked.file());
            Project project = sides.open(directory, Optional.empty());
            Revision revision = new Revision("the same code", directory, Optional.empty(), false);
            sides.base = Optional.of(new Prepared(revision, project, project.declare(), true));
            sides.head = sides.base;
        });
    }

    private Prepared ofJar(Path jar) throws DeclarationException {
        Path absolute = jar.toAbsolutePath().normalize();
        String text =
                "version: 1\nsuites:\n  jmh:\n    jar: '" + absolute.toString().replace("'", "''") + "'\n";
        Project project = open(absolute.resolveSibling(""), Optional.empty());
        BudgetsFile declared = BudgetsReader.read(jar.toString(), text.getBytes(StandardCharsets.UTF_8));
        return new Prepared(
                new Revision(jar.toString(), absolute.resolveSibling(""), Optional.empty(), false),
                project,
                project.declare(declared),
                true);
    }

    private void prepare(Revision ofBase, Revision ofHead, Repository repository, Trees trees)
            throws CheckoutException, DeclarationException, InterruptedException {
        Optional<BudgetsFile> ownOfBase = fileOf(ofBase);
        Optional<BudgetsFile> ownOfHead = fileOf(ofHead);
        boolean baseServes = ownOfBase.isPresent() && Files.notExists(asked.file());
        BudgetsFile atHead = ownOfHead.isPresent()
                ? ownOfHead.get()
                : baseServes ? ownOfBase.get() : named(BudgetsReader.read(asked.file()));
        BudgetsFile atBase = ownOfBase.orElse(atHead);
        noteServed(ofBase, ownOfBase.isPresent(), ownOfHead.isPresent() ? ofHead.shown() : "the work tree");
        noteServed(ofHead, ownOfHead.isPresent(), baseServes ? ofBase.shown() : "the work tree");
        atHead.warnings().forEach(warning -> note(warning.clause()));
        Unprepared baseSide =
                new Unprepared(ofBase, open(ofBase.folder(), builds.jdk(atBase)), atBase, ownOfBase.isPresent());
        Unprepared headSide =
                new Unprepared(ofHead, open(ofHead.folder(), builds.jdk(atHead)), atHead, ownOfHead.isPresent());
        boolean guess = baseSide.unbuilt() || headSide.unbuilt();
        Optional<Build> builtBase = build(baseSide, "base", guess);
        build(headSide, "head", guess);
        head = Optional.of(prepared(headSide, true));
        base = Optional.of(prepared(baseSide, false));
        overlaying = Optional.of(new Overlaying(
                repository, trees, builds, builtBase, (ownOfBase.isPresent() ? atBase : atHead).build(), atHead));
        if (ownOfBase.isPresent() && !atBase.text().lines().equals(atHead.text().lines())) {
            note(fileName() + " differs between the sides: the budgets, tolerances and thresholds of the base"
                    + " apply to the cases it has");
        }
    }

    /**
     * Builds a side.
     *
     * @param guess whether a side has nothing built and nothing that builds it: then both are built alike, by what their files suggest
     */
    private Optional<Build> build(Unprepared side, String word, boolean guess)
            throws CheckoutException, InterruptedException {
        Revision revision = side.revision;
        Optional<String> guessed = guess && side.declared.build().command().isEmpty()
                ? BuildGuess.of(revision.folder())
                : Optional.empty();
        guessed.ifPresent(command -> note(revision.shown() + " is built by a guess, because " + fileName()
                + " has no `build:`: `" + command + "`"));
        Optional<String> command = side.declared.build().command().or(() -> guessed);
        if (command.isPresent()) {
            Build build = new Build(command.get(), builds.jdk(side.declared), guessed.isPresent());
            try {
                builds.run(revision, word, build, "");
            } catch (BuildFailed e) {
                // A base from before the project had the file may lack what the command builds.
                if (side.own || !word.equals("base")) {
                    throw revision.unbuilt(word, e);
                }
                note(revision.shown() + " does not build, so what it lacks counts as new: " + e.getMessage() + "; "
                        + e.help());
            } catch (CheckoutException e) {
                throw new UserException(ExitStatus.COULD_NOT_MEASURE, String.valueOf(e.getMessage()), e.help());
            }
            return Optional.of(build);
        }
        if (side.own && side.unbuilt() && builds.isCheckedOut(revision)) {
            throw new UnmeasurableException(
                    ExitStatus.WRONG_USE,
                    word,
                    "nothing builds the " + word + " " + revision.shown() + ": its " + fileName()
                            + " has no `build:`, and it has no build file of Maven, Gradle or sbt",
                    "name the command, as in `build: make benchmarks`");
        }
        return Optional.empty();
    }

    private Prepared prepared(Unprepared side, boolean judged) throws DeclarationException {
        Declarations all = side.own ? side.project.declare(side.declared) : served(side, judged);
        return new Prepared(side.revision, side.project, all, side.own);
    }

    /** The file that a revision has itself. */
    private Optional<BudgetsFile> fileOf(Revision revision) throws DeclarationException {
        Path own = revision.folder().resolve(fileName());
        return Files.exists(own) ? Optional.of(named(BudgetsReader.read(own))) : Optional.empty();
    }

    private void noteServed(Revision revision, boolean own, String by) {
        if (!own) {
            note(revision.shown() + " has no " + fileName() + ", so it is measured with that of " + by);
        }
    }

    private Path fileName() {
        return Path.of(String.valueOf(asked.file().getFileName()));
    }

    /** A sound file under the name people know: the folder a revision was checked out to is gone when a rule is looked up. */
    private BudgetsFile named(BudgetsFile read) throws DeclarationException {
        String text = String.join("\n", read.text().lines()) + "\n";
        return BudgetsReader.read(asked.file().toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What a file that is not its own declares of a revision. Suites that the revision does not have are left out, and budgets and laws if
     * they name cases that it does not have.
     *
     * @param judged whether the revision is held to budgets and laws
     */
    private Declarations served(Unprepared side, boolean judged) throws DeclarationException {
        Project project = side.project;
        BudgetsFile file = side.declared;
        try {
            return project.declare(file);
        } catch (DeclarationException e) {
            List<SuiteSource> there = new ArrayList<>();
            for (SuiteSource suite : file.suites()) {
                try {
                    project.declare(file.onlyMeasuring(List.of(suite)));
                    there.add(suite);
                } catch (DeclarationException missing) {
                    note(side.revision.shown() + " is measured without a suite: " + first(missing));
                }
            }
            if (there.isEmpty()) {
                if (judged) {
                    throw e;
                }
                return new Declarations(file.onlyMeasuring(there), List.of(), List.of(), List.of());
            }
            if (judged && there.size() == file.suites().size()) {
                note("the budgets and laws of " + fileName() + " are not applied: " + first(e));
            }
            return project.declare(file.onlyMeasuring(there));
        }
    }

    private static String first(DeclarationException e) {
        return e.diagnostics().get(0).message();
    }

    private Project open(Path directory, Optional<Jvm> builtBy) {
        Project project = Project.open(asked.file(), directory, asked.environment(), builtBy);
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

    /** Why neither side was prepared: no file differs. */
    Optional<String> same() {
        return same;
    }

    /** Whether some files differ and all that do are documents. */
    boolean onlyDocuments() {
        return changed.filter(files ->
                        files.stream().allMatch(file -> DOCUMENT.matcher(file).find()))
                .isPresent();
    }

    /**
     * The base's cases as they are measured: with the head's benchmarks laid over its own, where these are new or edited.
     *
     * @param ofBase the base's cases
     * @param ofHead the head's cases
     */
    Plan overlaid(Plan ofBase, Plan ofHead) {
        if (overlaying.isEmpty()) {
            return ofBase;
        }
        try {
            OverlaidBase made = overlaying
                    .get()
                    .of(
                            new Overlaying.Measured(base().revision(), ofBase),
                            new Overlaying.Measured(head().revision(), ofHead),
                            folder -> open(folder, builds.jdk(overlaying.get().declared())));
            overlaid = Optional.of(made);
            made.laidOver().map(LaidOver::notes).ifPresent(notes::addAll);
            return made.plan();
        } catch (CheckoutException | IOException e) {
            throw Thread.interrupted()
                    ? interrupted()
                    : new UserException("the benchmarks of the two sides cannot be compared: " + e.getMessage(), "");
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** What of the head was laid over the base. */
    Optional<LaidOver> laidOver() {
        return overlaid.flatMap(OverlaidBase::laidOver);
    }

    /** Names what was laid over the base; empty if nothing was. */
    String overlay() {
        return overlaid.map(OverlaidBase::digest).orElse("");
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
