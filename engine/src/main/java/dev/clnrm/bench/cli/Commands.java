package dev.clnrm.bench.cli;

import java.util.List;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands, in the order in which they are listed. Only those a command line names are read with all their options; of the others the
 * list shows a name and a description, and no more is read.
 */
final class Commands {
    /** Completes every command, so it needs all of each. */
    private static final Class<?> COMPLETION = GenerateCompletion.class;

    private static final List<Class<?>> ALL = List.of(
            RunCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            HistoryCommand.class,
            DashboardCommand.class,
            MergeCommand.class,
            PublishCommand.class,
            ListCommand.class,
            ValidateCommand.class,
            SchemaCommand.class,
            CalibrateCommand.class,
            DoctorCommand.class,
            COMPLETION);

    private Commands() {}

    /** Adds all commands, those read wholly that {@code args} name. */
    static CommandLine addedTo(CommandLine line, List<String> args) {
        boolean all = args.contains(described(COMPLETION).name())
                || args.stream()
                        .anyMatch(arg -> arg.startsWith("@")); // a file of arguments, which may name any command
        for (Class<?> command : ALL) {
            Command described = described(command);
            line.addSubcommand(
                    described.name(),
                    all || args.contains(described.name())
                            ? new CommandLine(command, line.getFactory())
                            : listed(described));
        }
        return line;
    }

    private static CommandSpec listed(Command described) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(described.description());
        return spec;
    }

    private static Command described(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Command.class));
    }
}
