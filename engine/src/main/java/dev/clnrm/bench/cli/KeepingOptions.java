package dev.clnrm.bench.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for where a run is stored, and which run is resumed. */
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

    /** Applies the present store to a resumed run, if one is given. */
    void keptAs(KeepingOptions now) {
        store = now.store.isUntouched() ? store : now.store;
    }
}
