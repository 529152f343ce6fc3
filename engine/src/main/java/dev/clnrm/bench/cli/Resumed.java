package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Backfill;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * An unfinished run, and the options that it started with.
 *
 * @param folder the folder of the run
 * @param arguments the arguments after the command's name
 */
record Resumed(Path folder, List<String> arguments) {
    Resumed {
        arguments = List.copyOf(arguments);
    }

    /**
     * The run that the options name, or the latest unfinished run of the command.
     *
     * @param command the command that started it: {@code run}, {@code check}, {@code compare} or {@code calibrate}
     */
    static Resumed of(KeepingOptions options, Path file, String command) {
        String name = Optional.ofNullable(options.resume).orElse("");
        Path folder = name.isEmpty() ? latest(options, file, command) : Path.of(name);
        RunManifest run = RunFolder.read(folder);
        if (run.finished()) {
            throw new UserException(folder + " holds a run that ended", "start another one without --resume");
        }
        if (twoSides(command) && !run.code().twoSides()) {
            throw new UserException(folder + " holds a run of one side", "resume it with `clnrm-bench run --resume`");
        }
        if (!began(run, command)) {
            throw new UserException(
                    folder + " holds a run of another command",
                    run.request().command().equals(Optional.of(Backfill.COMMAND))
                            ? "`clnrm-bench history backfill` goes on with it"
                            : "resume it with `clnrm-bench "
                                    + run.request().command().orElse("") + " --resume`");
        }
        return new Resumed(folder, run.request().arguments());
    }

    /** Refuses options that would change what a resumed run measures. */
    static void refuse(boolean changed) {
        if (changed) {
            throw new UserException(
                    "--resume continues the run as it was started; filters, revisions and effort cannot be changed",
                    "leave them out, or start another run");
        }
    }

    private static Path latest(KeepingOptions options, Path file, String command) {
        Path out = options.out;
        if (out != null && Files.exists(out.resolve("run.json"))) {
            return out;
        }
        Path runs = out == null ? Project.runs(file) : out;
        boolean two = twoSides(command);
        return RunFolder.latest(runs, run -> !run.finished() && run.code().twoSides() == two && began(run, command))
                .orElseThrow(() -> new UserException(
                        "there is no run " + (two ? "of two sides to resume in " : "to continue in ") + runs,
                        "name its folder: --resume DIR"));
    }

    private static boolean twoSides(String command) {
        return !command.equals("run");
    }

    private static boolean began(RunManifest run, String command) {
        return run.request().command().orElse(command).equals(command);
    }

    /** Fills a new command with the options that the run started with. */
    <C extends Subcommand> C into(C command, Context context) {
        command.context = context;
        try {
            Converters.addedTo(new CommandLine(command)).parseArgs(arguments.toArray(new String[0]));
            return command;
        } catch (CommandLine.ParameterException e) {
            throw new UserException(
                    "this version does not know the options of the run: " + e.getMessage(),
                    "resume it with the version of clnrm-bench that began it");
        }
    }

    /** The arguments that start the same run again: those of the command line, the drawn seed, and other values that are now fixed. */
    static List<String> arguments(Context context, long seed, List<String> settled) {
        List<String> words = new ArrayList<>(context.args().stream().skip(1).toList());
        if (words.stream().noneMatch(word -> word.startsWith("--seed"))) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        words.addAll(settled);
        return words;
    }
}
