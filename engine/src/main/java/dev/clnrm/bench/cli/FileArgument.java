package dev.clnrm.bench.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The budgets file of a command that has no other argument. */
final class FileArgument {
    @Mixin
    private FileOption option = new FileOption();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The same as --file FILE.")
    private @Nullable Path argument;

    Path file() {
        return argument == null ? option.file : argument;
    }
}
