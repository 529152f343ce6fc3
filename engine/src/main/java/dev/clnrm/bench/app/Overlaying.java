package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BuildRule;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.git.Build;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.git.Overlay;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Tree;
import dev.clnrm.bench.git.Trees;
import dev.clnrm.bench.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds the base a second time, with the head's benchmarks laid over its own.
 *
 * @param repository the repository of both revisions
 * @param trees the work trees, for a second one of the base
 * @param builds builds the base
 * @param opening opens the project in its folder
 * @param build the build of the base; empty if it was not built
 * @param rule which of the head's benchmarks are laid over the base, from the file that judges
 * @param declared the budgets file of the head, which names the suites of its benchmarks
 */
record Overlaying(
        Repository repository,
        Trees trees,
        Builds builds,
        Function<Path, Project> opening,
        Optional<Build> build,
        BuildRule rule,
        BudgetsFile declared) {
    /** The base with the overlay, as it is measured. */
    OverlaidBase of(Measured base, Measured head) throws CheckoutException, IOException, InterruptedException {
        if (!rule.overlay()) {
            return OverlaidBase.plain(base.plan, List.of());
        }
        HeadsBenchmarks.Side from = side(head);
        HeadsBenchmarks heads = HeadsBenchmarks.of(side(base), from, named());
        if (!heads.cases().isEmpty() && build.isEmpty()) {
            return OverlaidBase.plain(
                    base.plan,
                    List.of(
                            "new and edited benchmarks of the head are not laid over the base, because nothing builds it:"
                                    + " name the command with `build:` in budgets.yaml"));
        }
        return OverlaidBase.of(
                base.plan, heads, from, (overlay, word) -> built(overlay, word, base.revision, from.tree()));
    }

    record Measured(Revision revision, Plan plan) {}

    private HeadsBenchmarks.Side side(Measured one) throws CheckoutException {
        Optional<Commit> commit = one.revision.dirty() ? Optional.empty() : one.revision.commit();
        return new HeadsBenchmarks.Side(one.plan, repository.tree(one.revision.folder(), commit));
    }

    /** The paths that the file names, relative to the repository. */
    private List<String> named() {
        String prefix = repository.prefix().toString();
        return rule.overlaid().stream()
                .map(path -> prefix.isEmpty() ? path : prefix + "/" + path)
                .toList();
    }

    private Plan built(Overlay overlay, String word, Revision base, Tree head)
            throws CheckoutException, IOException, InterruptedException {
        Commit commit = base.commit().orElseThrow();
        Revision again = new Revision(base.label(), trees.another(commit, word), base.commit(), false);
        overlay.lay(head.root(), repository.tree(again.folder(), base.commit()).root());
        builds.run(again, "base-" + word, build.orElseThrow(), overlay.digest(head.root()));
        Project project = opening.apply(again.folder());
        return project.planOrNothing(declared(project), builds.asked().request().whole());
    }

    /** The suites of the head's file that the project has. */
    private Declarations declared(Project project) throws CheckoutException {
        List<DeclarationException> missing = new ArrayList<>();
        List<SuiteSource> there = project.there(declared, missing::add);
        try {
            return project.declare(declared.onlyMeasuring(there));
        } catch (DeclarationException e) {
            missing.add(e);
            throw new CheckoutException(missing.get(0).diagnostics().get(0).message(), "");
        }
    }
}
