package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/**
 * A run of two sides that did not end, and what it was asked for.
 *
 * @param folder where it is kept
 * @param arguments the words after the command's name
 */
record Resumed(Path folder, List<String> arguments) {
    Resumed {
        arguments = List.copyOf(arguments);
    }

    /**
     * The run that the options name, or the latest of two sides that did not end.
     *
     * @param command what began it: {@code check}, {@code compare} or {@code calibrate}
     */
    static Resumed of(MeasureOptions options, Path file, String command) {
        String name = Optional.ofNullable(options.resume).orElse("");
        Path folder = name.isEmpty() ? latest(options, file, command) : Path.of(name);
        RunInfo info = RunFolder.read(folder);
        if (info.state() == RunInfo.State.FINISHED) {
            throw new UserException(folder + " holds a run that ended", "start another one without --resume");
        }
        if (!info.sections().containsKey("sides")) {
            throw new UserException(folder + " holds a run of one side", "go on with it by `clnrm-bench run --resume`");
        }
        if (!began(info, command)) {
            throw new UserException(
                    folder + " holds a run of another command",
                    "go on with it by `clnrm-bench " + info.sections().get("command") + " --resume`");
        }
        List<String> arguments = info.sections().get("arguments") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new Resumed(folder, arguments);
    }

    private static Path latest(MeasureOptions options, Path file, String command) {
        Path out = options.out;
        if (out != null && Files.exists(out.resolve("run.json"))) {
            return out;
        }
        Path runs = Project.runs(file);
        return RunFolder.latest(
                        runs,
                        info -> info.state() != RunInfo.State.FINISHED
                                && info.sections().containsKey("sides")
                                && began(info, command))
                .orElseThrow(() -> new UserException(
                        "there is no run of two sides to go on with in " + runs, "name its folder: --resume DIR"));
    }

    private static boolean began(RunInfo info, String command) {
        return command.equals(info.sections().getOrDefault("command", command));
    }

    /** Reads the words into a command as they were said. */
    void parse(CommandLine line) {
        try {
            line.parseArgs(arguments.toArray(new String[0]));
        } catch (CommandLine.ParameterException e) {
            throw new UserException(
                    "the run was asked for in words this version does not know: " + e.getMessage(),
                    "go on with it by the version of clnrm-bench that began it");
        }
    }

    /** The words that ask for a run again: its own, the seed that was drawn, and what else was settled. */
    static List<String> arguments(Context context, long seed, List<String> settled) {
        List<String> words = new ArrayList<>(context.args().stream().skip(1).toList());
        if (words.stream().noneMatch(word -> word.startsWith("--seed"))) {
            words.addAll(List.of("--seed", Long.toString(seed)));
        }
        words.addAll(settled);
        return words;
    }
}
