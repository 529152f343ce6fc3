package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.config.Nearest;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports a wrong command line in a few lines, like any other fault. The help with all options is only named. */
final class WrongUse implements IParameterExceptionHandler {
    private static final int LEAST = 3;
    private static final int MOST = 3;

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
        List<String> all = fault.getUnmatched();
        List<String> words = all.stream()
                .filter(word -> word.equals(all.get(0)) || word.startsWith("-") == options)
                .map(word -> word.replaceFirst("^(-.+?)=.*", "$1"))
                .toList();
        err.println("clnrm-bench: error: " + (options ? "unknown option" : "unexpected argument")
                + (words.size() == 1 ? " `" : "s `") + String.join("`, `", words) + "`");
        List<String> near = near(
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

    /** Names that begin with a word, or else similar ones. Short options are similar to any other. */
    private static List<String> near(String word, Set<String> names) {
        List<String> known =
                names.stream().filter(name -> name.length() >= LEAST).toList();
        List<String> begun =
                known.stream().filter(name -> name.startsWith(word)).toList();
        return begun.isEmpty() || begun.size() > MOST || word.length() < LEAST ? Nearest.to(word, known) : begun;
    }

    /** The first line, without picocli's capital letter at the start. */
    private static String clause(String message) {
        String first = message.lines().findFirst().orElse("").replaceFirst("^Error: ", "");
        return first.length() > 1 && Character.isLowerCase(first.charAt(1))
                ? first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1)
                : first;
    }
}
