package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.config.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a wrong command line in a few lines, like any other fault. The help with all options is only named. */
final class WrongUse implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException fault, String[] args) {
        CommandLine line = fault.getCommandLine();
        PrintWriter err = line.getErr();
        if (fault instanceof UnmatchedArgumentException unmatched) {
            unmatched(unmatched, line, err);
        } else {
            err.println("clnrm-bench: error: " + clause(String.valueOf(fault.getMessage())));
        }
        err.println("      help: `" + line.getCommandSpec().qualifiedName() + " --help` shows all options");
        return ExitStatus.WRONG_USE;
    }

    /** Names the words that no option and no argument takes. */
    private static void unmatched(UnmatchedArgumentException fault, CommandLine line, PrintWriter err) {
        boolean options = fault.isUnknownOption();
        List<String> words = fault.getUnmatched().stream()
                .filter(word -> word.startsWith("-") == options)
                .map(word -> word.replaceFirst("^(-.+?)=.*", "$1"))
                .toList();
        err.println("clnrm-bench: error: " + (options ? "unknown option" : "unexpected argument")
                + (words.size() == 1 ? " `" : "s `") + String.join("`, `", words) + "`");
        List<String> near = Nearest.to(
                words.get(0),
                options
                        ? line.getCommandSpec().optionsMap().keySet()
                        : line.getSubcommands().keySet());
        if (!near.isEmpty()) {
            err.println("      help: " + Nearest.didYouMean(near));
        }
        if (!options && line.getCommandSpec().findOption("--only") != null) {
            err.println("      help: to take only some cases, use `--only FILTER`");
        }
    }

    /** The first line, without picocli's capital letter at the start. */
    private static String clause(String message) {
        String first = message.lines().findFirst().orElse("").replaceFirst("^Error: ", "");
        return first.length() > 1 && Character.isLowerCase(first.charAt(1))
                ? first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1)
                : first;
    }
}
