package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.Sides;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.git.CheckoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the work tree with its merge base, and checks its budgets. */
@Command(
        name = "check",
        description =
                "Measures the merge base and the work tree in turns, shows what changed with confidence intervals, and"
                        + " checks the budgets and laws of the work tree. This is what the GitHub Action runs.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench check                       the work tree against its merge base with the main branch",
            "  clnrm-bench check --base v1.4           against its merge base with v1.4",
            "  clnrm-bench check --base latest-release  against the newest release that it contains",
            "  clnrm-bench check Parsing --forks 8     some cases, with more forks for hard ones",
            "  clnrm-bench check --affected            only the cases that the change can reach",
            "  clnrm-bench check --until decided --time-budget \"10 min\"",
            "                                          no inconclusive case, if 20 forks can help",
            "  clnrm-bench check Parsing --prove improved      status 1 unless it is faster",
            "  clnrm-bench check --resume              continue a check that was killed",
            "",
            "Exit status: 0 nothing fails, 1 regressed, over budget or not proven, 2 wrong use or bad file,",
            "3 could not measure, 4 inconclusive and --fail-on-inconclusive is given."
        })
final class CheckCommand extends Subcommand {
    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description =
                    "Measure cases whose names contain one of these words; * matches anything. A revision is given with --base.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "FILTER",
            description = "Same as FILTER, also if it is the name of a revision.")
    private List<String> only = new ArrayList<>();

    @Mixin
    private RevisionOptions revisions = new RevisionOptions();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Mixin
    private FileOption file = new FileOption();

    @Override
    public Integer call() throws DeclarationException, CheckoutException {
        if (options.measure.keeping.resume != null) {
            Resumed.refuse(!filters.isEmpty()
                    || !only.isEmpty()
                    || revisions.base != null
                    || revisions.head != null
                    || !options.isUsual());
            Resumed resumed = Resumed.of(options.measure.keeping, file.file, "check");
            CheckCommand before = resumed.into(new CheckCommand(), context);
            before.options.resumedAs(options);
            return before.run(Optional.of(resumed.folder()));
        }
        refuseRevisions();
        return run(Optional.empty());
    }

    /** Refuses revisions as arguments. Other programs take them as base and head, but here they are filters that match nothing, or anything. */
    private void refuseRevisions() {
        Sources sources = Sources.of(file.file);
        for (String word : filters) {
            if (revisions.base == null && sources.whyNoRevision(word).isEmpty()) {
                throw new UserException(
                        "`" + word + "` is a revision, but `check` takes filters of cases",
                        "to compare with it: `clnrm-bench check --base " + word
                                + "`; for the cases whose names contain it: `--only " + word + "`");
            }
            if (word.equals(".")) {
                throw new UserException(
                        "`.` is no filter of cases", "leave it out: `check` measures the work tree anyway");
            }
        }
    }

    private int run(Optional<Path> resumed) throws DeclarationException, CheckoutException {
        String against = revisions.against(file.file, context);
        Asked asked = options.asked(
                context,
                file.file,
                Stream.concat(filters.stream(), only.stream()).toList(),
                "check",
                revisions.base == null ? List.of("--base", against) : List.of(),
                resumed);
        return options.check(
                asked,
                () -> Sides.ofRevisions(
                        asked, against, Optional.ofNullable(revisions.head), true, options.measure.unchanged()),
                this::again);
    }

    /** The command line that repeats the check. A clean head has a name for `compare`; a work tree with changes has none. */
    private List<String> again(Sides sides) {
        String from = sides.base().revision().name().orElse("HEAD");
        List<String> words = new ArrayList<>(List.of("clnrm-bench"));
        Optional<String> to = sides.head().revision().name();
        words.addAll(to.isPresent() ? List.of("compare", from, to.get()) : List.of("check", "--base", from));
        if (!file.file.toString().equals(Defaults.FILE)) {
            words.addAll(List.of("--file", file.file.toString()));
        }
        words.addAll(options.measure.shared.words());
        return words;
    }
}
