package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.Defaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The option for the budgets file. */
final class FileOption {
    private static final Pattern YAML = Pattern.compile(".*\\.ya?ml");

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file that declares suites and budgets (default: ${DEFAULT-VALUE}).")
    Path file = Path.of(Defaults.FILE);

    /** Takes the file from the arguments: the first one that ends in {@code .yaml} or {@code .yml}. Returns the others, which are filters. */
    List<String> among(List<String> words) {
        Optional<String> named =
                words.stream().filter(word -> YAML.matcher(word).matches()).findFirst();
        named.ifPresent(word -> file = Path.of(word));
        return words.stream().filter(word -> !named.equals(Optional.of(word))).toList();
    }
}
