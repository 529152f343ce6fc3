package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the budgets file that judges stored results. The file may be missing. */
final class BudgetsOption {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file with budgets, tolerances and thresholds (default: budgets.yaml if it is there).")
    private @Nullable Path file;

    Path path() {
        return file == null ? Path.of(Defaults.FILE) : file;
    }

    /** Reads the file. Without the option, a missing file counts as an empty one. */
    BudgetsFile read() throws DeclarationException {
        return file == null && Files.notExists(path()) ? BudgetsFile.empty(Defaults.FILE) : BudgetsReader.read(path());
    }

    List<String> words() {
        return file == null ? List.of() : List.of("--file", file.toString());
    }
}
