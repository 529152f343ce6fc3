package dev.clnrm.bench.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands, in the order of the help. If the command line begins with a command, only that one is read. Otherwise commands in the
 * command line are read with all their options; of the others only the name and the description are read, for the list in the help.
 */
final class Commands {
    private static final List<Class<?>> ALL = List.of(
            RunCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            AffectedCommand.class,
            ProfileCommand.class,
            ShowCommand.class,
            ReportCommand.class,
            HistoryCommand.class,
            DashboardCommand.class,
            PushCommand.class,
            MergeCommand.class,
            PublishCommand.class,
            ListCommand.class,
            ValidateCommand.class,
            SchemaCommand.class,
            InitCommand.class,
            CalibrateCommand.class,
            DoctorCommand.class,
            GenerateCompletion.class);

    private Commands() {}

    /** Adds the commands that the command line may need. Those in the command line get all their options. */
    static CommandLine addedTo(CommandLine line, Context context) {
        List<String> args = context.args();
        boolean all = args.contains("generate-completion") // it needs all options of every command
                || args.stream()
                        .anyMatch(arg -> arg.startsWith("@")); // a file of arguments, which may name any command
        Optional<Class<?>> first = ALL.stream()
                .filter(type -> !args.isEmpty() && described(type).name().equals(args.get(0)))
                .findFirst();
        for (Class<?> type : all || first.isEmpty() ? ALL : List.<Class<?>>of(first.get())) {
            Command described = described(type);
            line.addSubcommand(
                    described.name(),
                    all || args.contains(described.name()) ? new CommandLine(type, in(context)) : listed(described));
        }
        return line;
    }

    /** Makes commands with this context. */
    private static CommandLine.IFactory in(Context context) {
        CommandLine.IFactory usual = CommandLine.defaultFactory();
        return new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                K made = usual.create(type);
                if (made instanceof Subcommand command) {
                    command.context = context;
                }
                return made;
            }
        };
    }

    private static Command described(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(Command.class));
    }

    private static CommandSpec listed(Command described) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(described.description());
        return spec;
    }
}
