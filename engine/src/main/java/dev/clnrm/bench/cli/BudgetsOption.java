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

/** The file that says how results are judged; it need not be there. */
final class BudgetsOption {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file with budgets, tolerances and thresholds (default: budgets.yaml if it is there).")
    private @Nullable Path file;

    Path path() {
        return file == null ? Path.of(Defaults.FILE) : file;
    }

    /** What the file says; nothing if none is named and none is there. */
    BudgetsFile read() throws DeclarationException {
        return file == null && Files.notExists(path()) ? BudgetsFile.empty(Defaults.FILE) : BudgetsReader.read(path());
    }

    /** The words that name the file again. */
    List<String> words() {
        return file == null ? List.of() : List.of("--file", file.toString());
    }
}
