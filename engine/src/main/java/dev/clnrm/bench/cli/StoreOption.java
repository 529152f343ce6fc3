package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the long-term store of runs. */
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "Where runs and baselines are kept for long: a folder, git:BRANCH or jdbc:URL"
                    + " (default: .clnrm-bench).")
    private @Nullable String store;

    private @Nullable RunStore opened;

    /** The requested store, after a check that it can be used; empty if there is no option. */
    Optional<RunStore> given(Path file, Context context) {
        if (store != null && opened == null) {
            RunStore home = of(store, file, context);
            BadFile.unless(home::baselines);
            opened = home;
        }
        return Optional.ofNullable(opened);
    }

    boolean isUntouched() {
        return store == null;
    }

    /** The runs and baselines that arguments can name. */
    Sources sources(Path file, Context context) {
        return given(file, context).map(home -> Sources.of(file).with(home)).orElseGet(() -> Sources.of(file));
    }

    static RunStore of(String word, Path file, Context context) {
        return BadFile.unless(() -> Project.store(word, file, context.environment()));
    }
}
