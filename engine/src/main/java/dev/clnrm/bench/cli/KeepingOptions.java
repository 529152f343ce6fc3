package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Keeping;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a run is kept, and which one is gone on with. */
final class KeepingOptions {
    @Option(names = "--out", paramLabel = "DIR", description = "Keep the run in this folder.")
    @Nullable Path out;

    @Mixin
    StoreOption store = new StoreOption();

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "RUN",
            description = "Continue the run in this folder, or the latest one that did not end.")
    @Nullable String resume;

    /** How a run is kept that goes on with another, or begins. */
    Keeping keeping(Optional<Path> resumed, Path file, Context context) {
        return new Keeping(Optional.ofNullable(out), resumed, store.given(file, context));
    }
}
