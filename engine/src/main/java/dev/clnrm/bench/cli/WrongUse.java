package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a wrong command line in a few lines, like any other fault. The help with all options is only named. */
final class WrongUse implements IParameterExceptionHandler {
    private static final int MOST = 3;

    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandLine line = fault.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("clnrm-bench: error: " + clause(String.valueOf(fault.getMessage())));
        List<String> near =
                fault instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        if (!near.isEmpty()) {
            err.println("      help: did you mean "
                    + String.join(" or ", near.stream().limit(MOST).toList()) + "?");
        }
        err.println("      help: `" + line.getCommandSpec().qualifiedName() + " --help` shows all options");
        return ExitStatus.WRONG_USE;
    }

    /** The first line, without picocli's capital letter at the start. */
    private static String clause(String message) {
        String first = message.lines().findFirst().orElse("").replaceFirst("^Error: ", "");
        return first.length() > 1 && Character.isLowerCase(first.charAt(1))
                ? first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1)
                : first;
    }
}
