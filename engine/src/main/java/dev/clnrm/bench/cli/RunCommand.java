package dev.clnrm.bench.cli;

import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures, judges and prints. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Measures suites, checks budgets and laws, prints the table, keeps the run.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench run --quick",
            "  clnrm-bench run --suite cleanroom --format markdown",
            "  clnrm-bench run 'container_reuse/*' --forks 10",
            "  clnrm-bench run --resume            go on where a run was killed",
            "  clnrm-bench run --save-baseline main    keep the run under a name",
            "  clnrm-bench run --baseline main         and say what changed since",
            "",
            "A run is kept in .clnrm-bench/runs; every finished fork is on disk at once."
        })
final class RunCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    RunOptions options = new RunOptions();

    @Mixin
    FileOption file = new FileOption();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "RUN",
            description = "Go on with the run in this folder, or with the latest one that did not end.")
    @Nullable String resume;

    @Option(names = "--out", paramLabel = "DIR", description = "Keep the run in this folder.")
    @Nullable Path out;

    @Option(
            names = "--save-baseline",
            paramLabel = "NAME",
            description = "Keep the run under this name, to be compared with; a run kept under it before is replaced.")
    @Nullable String saveBaseline;

    @Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "Compare the run with the one kept under this name.")
    @Nullable String baseline;

    @Mixin
    ChangeOptions change = new ChangeOptions();

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        checkBaselines();
        if (resume == null) {
            return new Pipeline(context, this, Optional.empty()).run();
        }
        if (!options.isUntouched()) {
            throw new UserException(
                    "--resume goes on with what the run was asked for; filters and how hard to measure cannot be changed",
                    "leave them out, or start another run");
        }
        Path folder = resume.isEmpty() ? latest() : Path.of(resume);
        RunManifest run = RunFolder.read(folder);
        if (run.finished()) {
            throw new UserException(folder + " holds a run that ended", "start another one without --resume");
        }
        RunCommand before = again(run.request().arguments());
        before.output = output;
        before.saveBaseline = saveBaseline == null ? before.saveBaseline : saveBaseline;
        before.baseline = baseline == null ? before.baseline : baseline;
        before.change = change.isUntouched() ? before.change : change;
        before.checkBaselines();
        return new Pipeline(context, before, Optional.of(folder)).run();
    }

    /** Before anything is measured for nothing. */
    private void checkBaselines() {
        if (saveBaseline != null && !Baselines.allows(saveBaseline)) {
            throw new UserException(
                    "no run can be kept under the name `" + saveBaseline + "`",
                    "a name has at most 100 letters, digits, `.`, `_` and `-`, and begins with a letter or digit");
        }
        if (baseline != null) {
            Sources.of(file.file).mustHave(baseline);
        } else if (!change.isUntouched() && resume == null) {
            throw new UserException(
                    "--fail-on and --allow-different-hosts judge a change, and there is nothing to compare with",
                    "say with what: --baseline NAME");
        }
    }

    /** What a run was asked for is in its command line. */
    private RunCommand again(List<String> arguments) {
        RunCommand command = new RunCommand(context);
        try {
            new CommandLine(command).parseArgs(arguments.toArray(new String[0]));
        } catch (CommandLine.ParameterException e) {
            throw new UserException(
                    "the run was asked for in words this version does not know: " + e.getMessage(),
                    "go on with it by the version of clnrm-bench that began it");
        }
        return command;
    }

    private Path latest() {
        Path runs = out != null ? out : Project.runs(file.file);
        if (out != null && Files.exists(out.resolve("run.json"))) {
            return out;
        }
        return RunFolder.latest(runs, run -> !run.finished())
                .orElseThrow(() ->
                        new UserException("there is no run to go on with in " + runs, "name its folder: --resume DIR"));
    }
}
