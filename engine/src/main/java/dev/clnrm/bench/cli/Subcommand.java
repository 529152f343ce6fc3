package dev.clnrm.bench.cli;

import dev.clnrm.bench.terminal.Color;
import dev.clnrm.bench.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command with its options, its context and its output. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
abstract class Subcommand implements Callable<Integer> {
    /** The context. {@link Commands} sets it when picocli makes a command, {@link Resumed} for a command that it repeats. */
    Context context = Context.NONE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Prints the result. */
    void print(String text) {
        spec.commandLine().getOut().print(text);
        spec.commandLine().getOut().flush();
    }

    /** Prints text to standard error, beside the result. */
    void say(String text) {
        spec.commandLine().getErr().print(text);
        spec.commandLine().getErr().flush();
    }

    /** The terminal of this process, with colours if it supports them. */
    Terminal terminal() {
        return Terminal.ofThisProcess(Color.AUTO, context.environment());
    }
}
