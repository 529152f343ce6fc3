package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.Defaults;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where the declarations are. */
final class FileOption {
    private static final Pattern YAML = Pattern.compile(".*\\.ya?ml");

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file that declares suites and budgets (default: ${DEFAULT-VALUE}).")
    Path file = Path.of(Defaults.FILE);

    /** Takes the file from words that are filters otherwise: it is the first that ends in {@code .yaml} or {@code .yml}. */
    List<String> among(List<String> words) {
        Optional<String> named =
                words.stream().filter(word -> YAML.matcher(word).matches()).findFirst();
        named.ifPresent(word -> file = Path.of(word));
        return words.stream().filter(word -> !named.equals(Optional.of(word))).toList();
    }
}
