package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.Backfill;
import dev.clnrm.bench.app.Keeping;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backfill",
        description =
                "Measures past commits, each in turns with one anchor, so that `history` and `dashboard` show when cases"
                        + " changed. The widest gap comes first, so a part of the commits spans all. Commits that are stored are"
                        + " not measured again, a killed run is resumed, and commits that do not build are skipped. Repeat the"
                        + " command until nothing is left to measure.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench history backfill v1.0..HEAD",
            "  clnrm-bench history backfill v1.0..HEAD --budget \"30 min\"",
            "  clnrm-bench history backfill v1.0..main --every 10 --only Parsing",
            "  clnrm-bench history backfill v1.3..v1.4 --anchor v1.0",
            "  clnrm-bench history backfill v1.0..HEAD --store git:performance",
            "",
            "Exit status: 0 measured, or the time is spent, 2 wrong use or bad file, 3 could not measure or interrupted."
        })
final class BackfillCommand extends Subcommand {
    private static final String BETWEEN = "..";

    @Parameters(paramLabel = "A..B", description = "The first and the last commit; A is measured as well.")
    private String range = "";

    @Option(
            names = "--every",
            paramLabel = "N",
            description = "Only every N-th commit, and the last (default: ${DEFAULT-VALUE}).")
    private int every = 1;

    @Option(
            names = "--anchor",
            paramLabel = "REV",
            description = "What each commit is measured beside (default: A). Its build must work with today's JDK.")
    private @Nullable String anchor;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Begin no commit that would likely end after this time, as in `30 min`.")
    private @Nullable Time budget;

    @Option(
            names = "--only",
            paramLabel = "FILTER",
            description = "Only cases whose names contain this word; * matches anything. May be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--suite", paramLabel = "NAME", description = "Only this suite; may be given several times.")
    private List<String> suites = new ArrayList<>();

    @Option(
            names = "--forks",
            paramLabel = "N",
            description = "Most forks per side and case (default: 3, because a series has many runs).")
    private @Nullable Integer forks;

    @Option(names = "--java", paramLabel = "JDK", description = "Build and measure on this JDK.")
    private @Nullable String java;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress of forks.")
    private boolean quiet;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private FileOption file = new FileOption();

    @Override
    public Integer call() throws DeclarationException {
        int at = range.indexOf(BETWEEN);
        if (at <= 0 || at + BETWEEN.length() == range.length() || range.contains("...")) {
            throw new UserException(
                    "`" + range + "` names no commits from one to another", "write it as in `v1.0..HEAD`");
        }
        if (every < 1) {
            throw new UserException("--every is at least 1", "leave it out for every commit");
        }
        String from = range.substring(0, at);
        Backfill.Range commits = new Backfill.Range(
                from,
                range.substring(at + BETWEEN.length()),
                every,
                Optional.ofNullable(anchor).orElse(from));
        return new Backfill(asked(), commits, Optional.ofNullable(budget).map(Time::seconds)).run();
    }

    /** The request for each run. Its arguments name the cases, because only a run with the same arguments is resumed. */
    private Asked asked() {
        MeasureOptions options = new MeasureOptions();
        options.shared.suites = suites;
        options.shared.java = java;
        options.forks = forks;
        options.quick = forks == null;
        List<String> words = new ArrayList<>(options.shared.words());
        only.forEach(filter -> words.addAll(List.of("--only", filter)));
        return new Asked(
                file.file,
                context.environment(),
                options.request(only),
                options.shared.timeoutSeconds(),
                new Keeping(Optional.empty(), Optional.empty(), store.given(file.file, context)),
                Backfill.COMMAND + " backfill " + range,
                words,
                terminal(),
                quiet);
    }
}
