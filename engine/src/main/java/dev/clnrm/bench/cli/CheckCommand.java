package dev.clnrm.bench.cli;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.plan.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the work tree against where it parted from the main line, and against its budgets. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Measures the merge base and the work tree in turns, says what changed and how sure that is, and"
                + " holds the work tree to its budgets and laws. This is what the GitHub Action runs.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench check                       the work tree against where it left the main branch",
            "  clnrm-bench check --base v1.4           against where it left v1.4",
            "  clnrm-bench check Parsing --forks 8     some cases, and more forks for what is hard to decide",
            "  clnrm-bench check --resume              go on where a check was killed",
            "",
            "Exit status: 0 nothing fails, 1 regressed or over budget, 2 wrong use or bad file, 3 could not measure,",
            "4 inconclusive and --fail-on-inconclusive is given."
        })
final class CheckCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "Measure cases whose names hold one of these words; * stands for anything.")
    private List<String> filters = new ArrayList<>();

    @Option(names = "--only", paramLabel = "FILTER", description = "The same as FILTER, as compare has it.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--base",
            paramLabel = "REV",
            description =
                    "What the head parted from (default: the branch a pull request is for, else the main branch).")
    private @Nullable String base;

    @Option(names = "--head", paramLabel = "REV", description = "What is checked (default: the work tree).")
    private @Nullable String head;

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Mixin
    private FileOption file = new FileOption();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private TemplatesOption templates = new TemplatesOption();

    CheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws DeclarationException {
        if (options.resume != null) {
            Resumed resumed = Resumed.of(options, file.file, "check");
            CheckCommand before = new CheckCommand(context);
            resumed.parse(new CommandLine(before));
            before.output = output;
            before.change = change.isUntouched() ? before.change : change;
            return before.run(Optional.of(resumed.folder()));
        }
        return run(Optional.empty());
    }

    private int run(Optional<Path> resumed) throws DeclarationException {
        String against = base == null ? usualBase() : base;
        try (Sides sides = Sides.ofRevisions(file.file, against, Optional.ofNullable(head), true, context)) {
            Request request = options.request(
                    Stream.concat(filters.stream(), only.stream()).toList());
            List<String> again = again(sides);
            TwoSidedMeasuring.Asked asked = new TwoSidedMeasuring.Asked(
                    file.file,
                    options,
                    output.quiet,
                    "check",
                    Resumed.arguments(context, request.seed(), base == null ? List.of("--base", against) : List.of()),
                    name -> String.join(" ", again) + " --only " + name,
                    resumed);
            return new TwoSidedPipeline(context, output, templates, change, again).run(sides, request, asked);
        }
    }

    /** A clean head has a name that others can compare by; a work tree with changes is compared where it is. */
    private List<String> again(Sides sides) {
        String from = sides.base().revision().name().orElse("HEAD");
        List<String> words = new ArrayList<>(List.of("clnrm-bench"));
        Optional<String> to = sides.head().revision().name();
        words.addAll(to.isPresent() ? List.of("compare", from, to.get()) : List.of("check", "--base", from));
        if (!file.file.toString().equals(Defaults.FILE)) {
            words.addAll(List.of("--file", file.file.toString()));
        }
        return words;
    }

    private String usualBase() {
        try {
            return Repository.at(file.file.toAbsolutePath().normalize().resolveSibling(""), context.environment())
                    .defaultBase()
                    .orElseThrow(() -> new UserException(
                            "there is no branch `main` or `master` to compare with",
                            "say what the work tree parted from: --base REV"));
        } catch (CheckoutException e) {
            throw new UserException(String.valueOf(e.getMessage()), e.help());
        }
    }
}
