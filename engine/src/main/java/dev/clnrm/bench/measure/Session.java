package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings that all forks of a run share.
 *
 * @param scratch a folder for temporary files; the code that created it removes it
 * @param logs a folder for the output of forks
 * @param environment this program's environment; forks see only a small part of it
 * @param warmupRule the rule that decides which values count
 * @param timeoutSeconds the longest time without the end of an iteration; after it a fork is killed
 * @param archives whether forks start from an archive of their classes. They then start a third sooner, but the compiler knows less about
 *     the callers of JDK methods, because class loading has not called them
 * @param repeatCommand the command with which people run one case again
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
