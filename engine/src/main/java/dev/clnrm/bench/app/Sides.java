package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Trees;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.runs.LaidOver;
import dev.clnrm.bench.terminal.Interruption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Two states of a project, built and with their declarations, before anything is measured. */
public final class Sides implements AutoCloseable {
    /** Documents, and files that maintain a repository. A case that reads one is always measured. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "\\.(md|adoc|asciidoc|rst)$|(^|/)(LICENSE|NOTICE|CODEOWNERS|\\.gitignore)$|^docs?/|^\\.github/");

    private final Asked asked;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Interruption interruption = new Interruption(Thread.currentThread()::interrupt);
    private Optional<List<String>> changed = Optional.empty();
    private List<String> editedSources = List.of();
    private Optional<String> same = Optional.empty();
    private boolean release;
    private Optional<Prepared> base = Optional.empty();
    private Optional<Overlaying> overlaying = Optional.empty();
    private Optional<OverlaidBase> overlaid = Optional.empty();
    private Optional<Prepared> head = Optional.empty();

    /**
     * A side that can be planned.
     *
     * @param ownFile whether the revision has its own budgets file
     * @param built whether its build command, if it has one, succeeded
     */
    public record Prepared(Revision revision, Project project, Declarations declared, boolean ownFile, boolean built) {}

    private interface Preparation {
        void of(Sides sides) throws CheckoutException, DeclarationException, InterruptedException;
    }

    private Sides(Asked asked) {
        this.asked = asked;
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
     * @param baseWord the revision to compare with
     * @param headWord the revision to check; empty for the work tree
     * @param parted whether the base is the merge base of the two, not the revision itself
     * @param unchanged what to do if nothing changed
     */
    public static Sides ofRevisions(
            Asked asked, String baseWord, Optional<String> headWord, boolean parted, Check.Unchanged unchanged)
            throws DeclarationException {
        return of(asked, sides -> {
            Path directory = Project.directoryOf(asked.file());
            Repository repository = Project.repository(asked.file(), asked.environment());
            Trees trees = Trees.open(repository, Path.of(System.getProperty("java.io.tmpdir", "")));
            sides.closeLast(trees);
            Commit headCommit = headWord.isPresent() ? repository.resolve(headWord.get()) : repository.head();
            String baseName = repository.base(baseWord, headCommit);
            if (!baseName.equals(baseWord)) {
                sides.release = true;
                sides.note("the latest release before " + headCommit.shortHash() + " is " + baseName);
            }
            Commit named = repository.resolve(baseName);
            Commit from = parted ? repository.mergeBase(named, headCommit) : named;
            boolean dirty = headWord.isEmpty() && repository.dirty();
            String headLabel = headWord.orElse("work tree");
            if (headWord.isPresent() && sides.leavesOut(headCommit, repository)) {
                sides.note("the work tree has changes that are in neither side; `clnrm-bench check` measures them");
            }
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
            Preparing.Both both = sides.preparing().of(base, head, repository, trees);
            sides.base = Optional.of(both.base());
            sides.head = Optional.of(both.head());
            sides.overlaying = Optional.of(both.overlaying());
            sides.editedSources = EditedSources.of(
                    repository, dirty ? repository.changedSince(from) : sides.changed.orElse(List.of()), base, head);
            BudgetsFile ofHead = both.head().declared().file();
            if (!sides.judging().text().lines().equals(ofHead.text().lines())) {
                sides.note(asked.file().getFileName()
                        + " differs between the sides: the budgets, tolerances and thresholds of the base"
                        + " apply to the cases it has");
            }
        });
    }

    /** Whether a commit is checked out and the work tree has changes of it, other than documents and the budgets file. */
    private boolean leavesOut(Commit commit, Repository repository) throws CheckoutException {
        String budgets = String.valueOf(asked.file().getFileName());
        return repository.isCheckedOut(commit)
                && repository.dirty()
                && repository.changedSince(commit).stream()
                        .anyMatch(file -> !isDocument(file) && !Path.of(file).endsWith(budgets));
    }

    /** Two jars of JMH benchmarks. */
    public static Sides ofJars(Asked asked, Path base, Path head) throws DeclarationException {
        return of(asked, sides -> {
            sides.base = Optional.of(sides.preparing().ofJar(base));
            sides.head = Optional.of(sides.preparing().ofJar(head));
        });
    }

    /** The project in its present state, on both sides. */
    static Sides same(Asked asked) throws DeclarationException {
        return of(asked, sides -> {
            Path directory = Project.directoryOf(asked.file());
            Project project = Project.open(asked);
            sides.closeLast(project);
            Revision revision = new Revision("the same code", directory, Optional.empty(), false);
            sides.base = Optional.of(new Prepared(revision, project, project.declare(), true, true));
            sides.head = sides.base;
        });
    }

    /**
     * The budgets file that judges. It is that of the base if there is one, because a head could loosen its own file. If the base is a
     * release, it is that of the head, because its changes have been reviewed.
     */
    BudgetsFile judging() {
        return (base().ownFile() && !release ? base() : head()).declared().file();
    }

    private Preparing preparing() {
        return new Preparing(new Builds(asked, this::note), this::open);
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
     * Marks both sides as prepared. Before this call a signal to end stops the build or the declaration and leaves nothing behind. After
     * this call the measuring code handles such a signal.
     */
    void prepared() {
        interruption.close();
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

    /** The reason why no side was prepared: no file differs. Empty if the sides were prepared. */
    Optional<String> same() {
        return same;
    }

    /** Whether the changed files are known and are all documents. */
    boolean onlyDocuments() {
        return changed.filter(files -> files.stream().allMatch(Sides::isDocument))
                .isPresent();
    }

    /** The source files of the main code whose code differs, relative to the repository; none if this is unknown. */
    List<String> editedSources() {
        return editedSources;
    }

    /** Why the sides cannot be compared; empty if they can. */
    Optional<String> uncompared() {
        return base().built() || !base().declared().suites().isEmpty()
                ? Optional.empty()
                : Optional.of("the base does not build");
    }

    /** Whether people read a file, and no benchmark. */
    static boolean isDocument(String file) {
        return DOCUMENT.matcher(file).find();
    }

    /**
     * The base's cases as they are measured: with the new and edited benchmarks of the head laid over its own.
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
                            new Overlaying.Measured(head().revision(), ofHead));
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

    /** The files of the head that were laid over the base. */
    Optional<LaidOver> laidOver() {
        return overlaid.flatMap(OverlaidBase::laidOver);
    }

    /** The digest of the overlay on the base; empty if there is none. */
    String overlay() {
        return overlaid.map(OverlaidBase::digest).orElse("");
    }

    /** Adds a note on the two sides. */
    void note(String clause) {
        notes.add(clause);
    }

    /** The notes on the two sides, one clause each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        interruption.close();
        // A late signal must not prevent the cleanup.
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
