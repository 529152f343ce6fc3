package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * What all forks of a run share.
 *
 * @param scratch a folder for temporary files, removed by whoever made it
 * @param logs a folder for what forks print
 * @param environment this program's environment, of which forks see little
 * @param warmupRule when values begin to count
 * @param timeoutSeconds how long a fork may go without an iteration ending before it is killed
 * @param archives whether forks start from an archive of their classes: a third sooner, but the compiler then knows less of how JDK
 *     methods are called, because no class loading has called them
 * @param repeatCommand what people type to run one case again
 */
public record Session(
        Path scratch,
        Path logs,
        Map<String, String> environment,
        WarmupRule warmupRule,
        double timeoutSeconds,
        boolean archives,
        Function<CaseName, String> repeatCommand) {
    public Session {
        environment = Map.copyOf(environment);
    }
}
