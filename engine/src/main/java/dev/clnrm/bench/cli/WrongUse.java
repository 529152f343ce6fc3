package dev.clnrm.bench.cli;

import dev.clnrm.bench.declare.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was near it. */
final class WrongUse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandSpec spec = fault.getCommandLine().getCommandSpec();
        PrintWriter err = fault.getCommandLine().getErr();
        String name = spec.qualifiedName();
        if (fault instanceof UnmatchedArgumentException unmatched) {
            String wrong = unmatched.getUnmatched().get(0);
            boolean option = wrong.startsWith("-");
            err.println(name + ": error: there is no " + (option ? "option" : "command") + " `" + wrong + "`");
            List<String> near = Nearest.to(wrong.split("=", 2)[0], names(spec, option));
            if (!near.isEmpty()) {
                err.println("      help: " + Nearest.didYouMean(near));
            }
        } else {
            err.println(name + ": error: " + String.valueOf(fault.getMessage()).replaceFirst("^Error: ", ""));
        }
        err.println("      help: `" + name + " --help` shows what there is");
        return ExitStatus.WRONG_USE;
    }

    private static List<String> names(CommandSpec spec, boolean options) {
        List<String> names = new ArrayList<>();
        if (options) {
            spec.options().forEach(o -> names.addAll(List.of(o.names())));
        } else {
            for (CommandLine sub : spec.subcommands().values()) {
                names.add(sub.getCommandName());
            }
        }
        return names;
    }
}
