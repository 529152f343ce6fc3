package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.plan.Goal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request that started a run, for resuming it.
 *
 * @param command the command that can resume it; empty for {@code run} and in old runs
 * @param arguments the arguments of the command, including the drawn seed
 * @param file the budgets file of the project
 * @param seed the seed of the order of forks
 * @param digest digests that identify code and plan, by {@code cases} and {@code code}, or by side
 * @param shard the shard: {@code 1/4}
 * @param goal the goal of a comparison
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunRequest(
        Optional<String> command,
        List<String> arguments,
        Optional<String> file,
        long seed,
        Map<String, String> digest,
        Optional<String> shard,
        Optional<Goal> goal) {
    /** The unknown request of another tool. */
    static final RunRequest UNKNOWN = new RunRequest(
            Optional.empty(), List.of(), Optional.empty(), 0, Map.of(), Optional.empty(), Optional.empty());

    private static final String JAVA = "--java";

    public RunRequest {
        arguments = List.copyOf(arguments);
        digest = Map.copyOf(digest);
    }

    /** The JDK release in the arguments; empty if they name no JDK, or a folder. */
    public Optional<String> release() {
        int at = arguments.indexOf(JAVA);
        return at < 0 || at + 1 == arguments.size()
                ? Optional.empty()
                : Optional.of(arguments.get(at + 1)).filter(java -> java.matches("\\d{1,3}"));
    }

    /** Only the parts that are accepted from a stranger: the JDK release, and the seed. */
    RunRequest harmless() {
        List<String> words = release().map(java -> List.of(JAVA, java)).orElse(List.of());
        return new RunRequest(
                Optional.empty(), words, Optional.empty(), seed, Map.of(), Optional.empty(), Optional.empty());
    }
}
