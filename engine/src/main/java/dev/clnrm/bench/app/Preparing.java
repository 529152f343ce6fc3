package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.BuildRule;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.git.Build;
import dev.clnrm.bench.git.BuildFailed;
import dev.clnrm.bench.git.BuildGuess;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Trees;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Builds two sides and reads their declarations. A revision without its own budgets file uses that of the other side or the work tree.
 *
 * @param builds builds the sides
 * @param opening opens the project in a folder, with the JDK that builds it; empty for the JDK of the environment
 */
record Preparing(Builds builds, BiFunction<Path, Optional<Jvm>, Project> opening) {
    /**
     * A side that is not built yet.
     *
     * @param own whether the budgets file is its own
     */
    private record Unprepared(Revision revision, Project project, BudgetsFile declared, boolean own) {
        boolean unbuilt() {
            return declared.build().command().isEmpty() && !project.has(declared.suites());
        }
    }

    /**
     * The build of a side.
     *
     * @param build how it was built; empty if nothing builds it
     */
    private record Built(Optional<Build> build, boolean succeeded) {}

    /**
     * Both sides, prepared.
     *
     * @param overlaying lays the head's benchmarks over the base
     */
    record Both(Sides.Prepared base, Sides.Prepared head, Overlaying overlaying) {}

    /** Prepares a jar of JMH benchmarks. */
    Sides.Prepared ofJar(Path jar) throws DeclarationException {
        Path absolute = jar.toAbsolutePath().normalize();
        Path folder = absolute.resolveSibling("");
        String text =
                "version: 1\nsuites:\n  jmh:\n    jar: '" + absolute.toString().replace("'", "''") + "'\n";
        Project project = opening.apply(folder, Optional.empty());
        Declarations declared =
                project.declare(BudgetsReader.read(jar.toString(), text.getBytes(StandardCharsets.UTF_8)));
        return new Sides.Prepared(
                new Revision(jar.toString(), folder, Optional.empty(), false), project, declared, true, true);
    }

    /** Prepares two checked-out revisions. */
    Both of(Revision ofBase, Revision ofHead, Repository repository, Trees trees)
            throws CheckoutException, DeclarationException, InterruptedException {
        Optional<BudgetsFile> ownOfBase = fileOf(ofBase);
        Optional<BudgetsFile> ownOfHead = fileOf(ofHead);
        boolean baseServes = ownOfBase.isPresent() && Files.notExists(file());
        BudgetsFile atHead = ownOfHead.isPresent()
                ? ownOfHead.get()
                : baseServes ? ownOfBase.get() : named(BudgetsReader.read(file()));
        // Only the head can extend or remove a waiver, so only its file reports one that has expired.
        BudgetsFile atBase = ownOfBase.orElse(atHead).waivingOn(LocalDate.now(ZoneOffset.UTC));
        noteServed(ofBase, ownOfBase.isPresent(), ownOfHead.isPresent() ? ofHead.shown() : "the work tree");
        noteServed(ofHead, ownOfHead.isPresent(), baseServes ? ofBase.shown() : "the work tree");
        atHead.warnings().forEach(warning -> note(warning.clause()));
        Unprepared baseSide = new Unprepared(ofBase, project(ofBase.folder(), atBase), atBase, ownOfBase.isPresent());
        Unprepared headSide = new Unprepared(ofHead, project(ofHead.folder(), atHead), atHead, ownOfHead.isPresent());
        boolean guess = baseSide.unbuilt() || headSide.unbuilt();
        // The head comes first, because a wrong name of a case shows there.
        build(headSide, "head", guess);
        Sides.Prepared head = prepared(headSide, true, true);
        NoMatchingCase.refuseAll(builds.asked().request(), head.declared());
        Built builtBase = build(baseSide, "base", guess);
        Sides.Prepared base = prepared(baseSide, false, builtBase.succeeded);
        BuildRule rule = (ownOfBase.isPresent() ? atBase : atHead).build();
        Overlaying overlaying = new Overlaying(
                repository, trees, builds, folder -> project(folder, atHead), builtBase.build, rule, atHead);
        return new Both(base, head, overlaying);
    }

    private Project project(Path folder, BudgetsFile declared) {
        return opening.apply(folder, builds.jdk(declared));
    }

    /**
     * Builds a side.
     *
     * @param guess whether a side has no build and no build command; then both are built in the way that their files suggest
     */
    private Built build(Unprepared side, String word, boolean guess) throws CheckoutException, InterruptedException {
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
                // A base from before the project had a budgets file may lack what the command builds.
                if (side.own || !word.equals("base")) {
                    throw revision.unbuilt(word, e);
                }
                note(revision.shown() + " does not build, so what it lacks counts as new: " + e.getMessage()
                        + e.firstError().map(line -> ": " + line).orElse("") + "; " + e.help());
                return new Built(Optional.of(build), false);
            } catch (CheckoutException e) {
                throw new UserException(ExitStatus.COULD_NOT_MEASURE, String.valueOf(e.getMessage()), e.help());
            }
            return new Built(Optional.of(build), true);
        }
        if (side.own && side.unbuilt() && builds.isCheckedOut(revision)) {
            throw new UnmeasurableException(
                    ExitStatus.WRONG_USE,
                    word,
                    "nothing builds the " + word + " " + revision.shown() + ": its " + fileName()
                            + " has no `build:`, and it has no build file of Maven, Gradle or sbt",
                    "name the command, as in `build: make benchmarks`");
        }
        return new Built(Optional.empty(), true);
    }

    private Sides.Prepared prepared(Unprepared side, boolean judged, boolean built) throws DeclarationException {
        Declarations all = side.own ? side.project.declare(side.declared) : served(side, judged);
        return new Sides.Prepared(side.revision, side.project, all, side.own, built);
    }

    private Optional<BudgetsFile> fileOf(Revision revision) throws DeclarationException {
        Path own = revision.folder().resolve(fileName());
        return Files.exists(own) ? Optional.of(named(BudgetsReader.read(own))) : Optional.empty();
    }

    private void noteServed(Revision revision, boolean own, String by) {
        if (!own) {
            note(revision.shown() + " has no " + fileName() + ", so it is measured with that of " + by);
        }
    }

    private Path file() {
        return builds.asked().file();
    }

    private Path fileName() {
        return Path.of(String.valueOf(file().getFileName()));
    }

    private void note(String clause) {
        builds.note().accept(clause);
    }

    /** A valid budgets file under its usual name, because the checked-out folder no longer exists when the user looks up a rule. */
    private BudgetsFile named(BudgetsFile read) throws DeclarationException {
        String text = String.join("\n", read.text().lines()) + "\n";
        return BudgetsReader.read(file().toString(), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The declarations of a revision from a budgets file that is not its own. Suites that the revision does not have are omitted. All
     * budgets and laws are omitted if some name cases that it does not have.
     *
     * @param judged whether the revision is checked against budgets and laws
     */
    private Declarations served(Unprepared side, boolean judged) throws DeclarationException {
        Project project = side.project;
        BudgetsFile file = side.declared;
        try {
            return project.declare(file);
        } catch (DeclarationException e) {
            List<SuiteSource> there = project.there(
                    file, missing -> note(side.revision.shown() + " is measured without a suite: " + first(missing)));
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
}
