package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.Defaults;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the declarations are. */
final class FileOption {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file that declares suites and budgets (default: ${DEFAULT-VALUE}).")
    Path file = Path.of(Defaults.FILE);
}
