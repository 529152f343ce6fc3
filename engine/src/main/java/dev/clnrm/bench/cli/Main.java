package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.terminal.Color;
import dev.clnrm.bench.terminal.Interruption;
import dev.clnrm.bench.terminal.Terminal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line program. */
@Command(
        name = "clnrm-bench",
        description = "The performance check a JVM team can trust: budgets kept, laws held, and how sure that is.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  clnrm-bench init                        set up a project that has JMH benchmarks",
            "  clnrm-bench run --quick                 measure everything declared, in about a minute",
            "  clnrm-bench run --suite cleanroom       one suite",
            "  clnrm-bench run creation metrics        cases whose names contain one of these words",
            "  clnrm-bench check                       the work tree against its merge base with the main branch",
            "  clnrm-bench compare old.json new.json   what changed between two result files of JMH",
            "  clnrm-bench affected                    which cases the change can reach, and what no case reaches",
            "  clnrm-bench show RUN --format markdown  a stored run again, in any format",
            "  clnrm-bench report .clnrm-bench/runs/RUN   a run as a page with charts",
            "  clnrm-bench history cleanroom_creation  a case over all stored runs",
            "  clnrm-bench dashboard                   all stored runs as a web site",
            "  clnrm-bench list                        what is declared",
            "  clnrm-bench doctor                      what would disturb a measurement here",
            "  source <(clnrm-bench generate-completion)   complete commands and options with the tab key",
            "",
            "Exit status: 0 within budget, 1 regressed or over budget, 2 wrong use or bad file, 3 could not measure,",
            "4 inconclusive and --fail-on-inconclusive is given."
        })
public final class Main implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Runs the program and ends the JVM with its exit status. */
    public static void main(String[] args) {
        System.exit(run(args, System.getenv()));
    }

    public static PrintStream output() {
        return System.out;
    }

    public static void end(int status) {
        System.exit(status);
    }

    /** Runs the program and returns its exit status. */
    public static int run(String[] args, Map<String, String> environment) {
        CommandLine line = line(args, environment)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(
                        Terminal.ofThisProcess(Color.AUTO, environment).style().prose())
                .setParameterExceptionHandler(new WrongUse())
                .setExecutionExceptionHandler(new Faults());
        try {
            return line.execute(args);
        } finally {
            Interruption.written();
        }
    }

    /** The program with all its commands. Those in {@code args} have all their options. */
    static CommandLine line(String[] args, Map<String, String> environment) {
        return Converters.addedTo(
                Commands.addedTo(new CommandLine(new Main()), new Context(List.of(args), environment)));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitStatus.WRONG_USE;
    }
}
