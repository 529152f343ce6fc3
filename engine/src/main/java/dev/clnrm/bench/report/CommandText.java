package dev.clnrm.bench.report;

import dev.clnrm.bench.model.CaseName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Commands that a reader can copy to a shell. */
public final class CommandText {
    private CommandText() {}

    /** The command that measures cases again, with the names quoted for a shell. */
    public static String again(List<CaseName> names, Optional<Integer> forks) {
        List<String> words = new ArrayList<>(List.of("clnrm-bench", "run"));
        names.forEach(name -> words.add(quoted(Inert.command(name.toString()))));
        forks.ifPresent(count -> words.addAll(List.of("--forks", count.toString())));
        return String.join(" ", words);
    }

    /** A command from its arguments, which may be untrusted. */
    static String line(List<String> words) {
        return words.stream().map(Inert::command).map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /** An argument, quoted for a POSIX shell. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
