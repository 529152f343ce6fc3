package dev.clnrm.bench.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands, in the order of the help. If the command line begins with a command, only that one is read. Otherwise commands in the
 * command line are read with all their options; of the others only the name and the description are read, for the list in the help.
 */
final class Commands {
    /** The completion command. It needs all options of every command. */
    private static final Class<?> COMPLETION = GenerateCompletion.class;

    /** A command and its constructor. */
    private record Entry(Class<?> type, Function<Context, Object> make) {
        Command described() {
            return Objects.requireNonNull(type.getAnnotation(Command.class));
        }
    }

    private static final List<Entry> ALL = List.of(
            new Entry(RunCommand.class, RunCommand::new),
            new Entry(CheckCommand.class, CheckCommand::new),
            new Entry(CompareCommand.class, CompareCommand::new),
            new Entry(AffectedCommand.class, AffectedCommand::new),
            new Entry(ProfileCommand.class, ProfileCommand::new),
            new Entry(ShowCommand.class, ShowCommand::new),
            new Entry(ReportCommand.class, ReportCommand::new),
            new Entry(HistoryCommand.class, context -> new CommandLine(new HistoryCommand(context))
                    .addSubcommand(new BackfillCommand(context))
                    .addSubcommand(new ImportCommand(context))
                    .getCommandSpec()),
            new Entry(DashboardCommand.class, DashboardCommand::new),
            new Entry(PushCommand.class, PushCommand::new),
            new Entry(MergeCommand.class, MergeCommand::new),
            new Entry(PublishCommand.class, PublishCommand::new),
            new Entry(ListCommand.class, ListCommand::new),
            new Entry(ValidateCommand.class, ValidateCommand::new),
            new Entry(SchemaCommand.class, SchemaCommand::new),
            new Entry(InitCommand.class, InitCommand::new),
            new Entry(CalibrateCommand.class, CalibrateCommand::new),
            new Entry(DoctorCommand.class, DoctorCommand::new),
            new Entry(COMPLETION, context -> new GenerateCompletion()));

    private Commands() {}

    /** Adds the commands that the command line may need. Those in the command line get all their options. */
    static CommandLine addedTo(CommandLine line, Context context) {
        List<String> args = context.args();
        boolean all = args.contains("generate-completion")
                || args.stream()
                        .anyMatch(arg -> arg.startsWith("@")); // a file of arguments, which may name any command
        Optional<Entry> first = ALL.stream()
                .filter(entry -> !args.isEmpty() && entry.described().name().equals(args.get(0)))
                .findFirst();
        List<Entry> read = all || first.isEmpty() ? ALL : List.of(first.get());
        for (Entry entry : read) {
            Command described = entry.described();
            line.addSubcommand(
                    described.name(),
                    all || args.contains(described.name())
                            ? new CommandLine(entry.make().apply(context))
                            : listed(described));
        }
        return line;
    }

    private static CommandSpec listed(Command described) {
        CommandSpec spec = CommandSpec.create();
        spec.usageMessage().description(described.description());
        return spec;
    }
}
