package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.Keeping;
import dev.clnrm.bench.app.Profiling;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.json.ProfileJson;
import dev.clnrm.bench.report.table.ProfileTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Profiles cases and shows where they spend their time. */
@Command(
        name = "profile",
        description =
                "Runs one more fork of each case under a profiler (async-profiler, else the JDK's Flight Recorder) and"
                        + " shows the methods that use the processor, allocate and wait for locks. Writes flame graphs as pages that"
                        + " need no network, and stacks as text. The times of such a fork are not kept and judge nothing.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench profile Parsing               the cases whose names contain a word",
            "  clnrm-bench profile Parsing --out flames  keep the graphs in this folder",
            "",
            "Exit status: 0 every case was profiled, 2 wrong use or bad file, 3 a case could not be profiled."
        })
final class ProfileCommand extends Subcommand {
    private static final Time USUAL = new Time(5);
    private static final int METHODS = 5;

    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "Profile cases whose names contain one of these words; * matches anything.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description = "Profile this suite only; may be given several times.")
    private List<String> suites = new ArrayList<>();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "How long a case is profiled after two seconds of warm-up (default: 5 s).")
    private Time seconds = USUAL;

    @Option(names = "--java", paramLabel = "JDK", description = "Run on this JDK: a version such as 25, or a folder.")
    private @Nullable String java;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the graphs (default: a new one in .clnrm-bench/profiles).")
    private @Nullable Path out;

    @Mixin
    private FileOption file = new FileOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws DeclarationException {
        Format format = output.format;
        if (format != Format.TABLE && format != Format.JSON) {
            throw new UserException("a profile has the formats table and json", "choose one with --format");
        }
        Asked asked = asked();
        return new Profiling(asked, seconds.seconds()).run(outcome -> asked.terminal()
                .print(
                        format == Format.JSON
                                ? ProfileJson.render(outcome.profiler(), outcome.seconds(), outcome.cases())
                                : new ProfileTable(output.style(asked.terminal()), METHODS).render(outcome.cases())));
    }

    private Asked asked() {
        Request declared = Request.listing(suites, filters);
        return new Asked(
                file.file,
                context.environment(),
                java == null ? declared : declared.over(Measure.OPEN.withJava(java)),
                SharedOptions.TIMEOUT_SECONDS,
                new Keeping(Optional.ofNullable(out), Optional.empty(), Optional.empty()),
                "profile",
                List.of(),
                output.terminal(context),
                output.quiet);
    }
}
