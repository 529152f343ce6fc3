package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Affected;
import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.Check;
import dev.clnrm.bench.app.Keeping;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.Sides;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.store.RunStore;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the two revisions to compare. */
final class RevisionOptions {
    @Option(
            names = "--base",
            paramLabel = "REV",
            description =
                    "Compare with the merge base of the head and this revision; latest-release is the newest tag that the"
                            + " head contains and that ends in a version such as v1.4 (default: the target branch of the"
                            + " pull request, else the main branch).")
    @Nullable String base;

    @Option(names = "--head", paramLabel = "REV", description = "What is compared (default: the work tree).")
    @Nullable String head;

    /** These options, or the base and the head from the arguments. */
    RevisionOptions or(List<String> sides) {
        if (sides.isEmpty()) {
            return this;
        }
        if (base != null || head != null) {
            throw new UserException(
                    "the revisions are given twice: " + String.join(" ", sides) + ", and --base or --head",
                    "leave one of them out");
        }
        RevisionOptions given = new RevisionOptions();
        given.base = sides.get(0);
        given.head = sides.size() > 1 ? sides.get(1) : null;
        return given;
    }

    /** Refuses revisions that have no effect because another option is missing. */
    void refuse(String missing) {
        if (base != null || head != null) {
            throw new UserException("--base and --head apply only with " + missing, "add " + missing);
        }
    }

    /**
     * The base. The default is the target branch of the pull request, otherwise the main branch.
     *
     * @param file a file in the repository
     */
    String against(Path file, Context context) throws CheckoutException {
        return base != null
                ? base
                : Project.repository(file, context.environment())
                        .defaultBase()
                        .orElseThrow(() -> new UserException(
                                "there is no branch `main` or `master` to compare with", "choose a base: --base REV"));
    }

    /**
     * The cases that the change between the revisions reaches.
     *
     * @param history the runs that predict what the change will move; empty if nobody asks
     */
    Affected affected(
            List<String> suites,
            List<String> filters,
            Path file,
            Context context,
            Terminal terminal,
            boolean quiet,
            Optional<RunStore> history)
            throws DeclarationException, CheckoutException {
        String against = against(file, context);
        Asked asked = new Asked(
                file,
                context.environment(),
                Request.listing(suites, filters),
                0,
                Keeping.USUAL,
                "affected",
                List.of(),
                terminal,
                quiet);
        return Affected.of(
                asked,
                () -> Sides.ofRevisions(asked, against, Optional.ofNullable(head), true, Check.Unchanged.CONTROL),
                check(suites, filters, file),
                history);
    }

    /** The command line that checks the same cases of these revisions. */
    private List<String> check(List<String> suites, List<String> filters, Path file) {
        List<String> words = new ArrayList<>(List.of("clnrm-bench", "check"));
        Optional.ofNullable(base).ifPresent(rev -> words.addAll(List.of("--base", rev)));
        Optional.ofNullable(head).ifPresent(rev -> words.addAll(List.of("--head", rev)));
        suites.forEach(suite -> words.addAll(List.of("--suite", suite)));
        filters.forEach(filter -> words.addAll(List.of("--only", filter)));
        if (!file.toString().equals(Defaults.FILE)) {
            words.addAll(List.of("--file", file.toString()));
        }
        return words;
    }
}
