package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where runs are kept for long. */
final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "Where runs and baselines are kept for long: a folder, git:BRANCH or jdbc:URL"
                    + " (default: .clnrm-bench).")
    private @Nullable String store;

    private @Nullable RunStore opened;

    /** The home asked for, which can be used. */
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

    /** What the words of a command line can name. */
    Sources sources(Path file, Context context) {
        return given(file, context).map(home -> Sources.of(file).with(home)).orElseGet(() -> Sources.of(file));
    }

    /** The home that a word means. */
    static RunStore of(String word, Path file, Context context) {
        return BadFile.unless(() -> Project.store(word, file, context.environment()));
    }
}
