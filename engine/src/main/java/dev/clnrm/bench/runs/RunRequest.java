package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.plan.Goal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run was started with, so that it can be resumed.
 *
 * @param command the command that can go on with it; absent for {@code run} and in old runs
 * @param arguments the words after the command, with the seed that was drawn
 * @param file the project's file
 * @param seed what the order of forks is drawn from
 * @param digest what names the code and the plan, by {@code cases} and {@code code}, or by side
 * @param shard which part of a whole it is: {@code 1/4}
 * @param goal what two sides were measured for
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
    /** What another tool was started with. */
    static final RunRequest UNKNOWN = new RunRequest(
            Optional.empty(), List.of(), Optional.empty(), 0, Map.of(), Optional.empty(), Optional.empty());

    private static final String JAVA = "--java";

    public RunRequest {
        arguments = List.copyOf(arguments);
        digest = Map.copyOf(digest);
    }

    /** The release of the JDK that the words ask for; absent if they name none, or a folder. */
    public Optional<String> release() {
        int at = arguments.indexOf(JAVA);
        return at < 0 || at + 1 == arguments.size()
                ? Optional.empty()
                : Optional.of(arguments.get(at + 1)).filter(java -> java.matches("\\d{1,3}"));
    }

    /** The same as far as somebody else may say it: words for a release of a JDK, and a number. */
    RunRequest harmless() {
        List<String> words = release().map(java -> List.of(JAVA, java)).orElse(List.of());
        return new RunRequest(
                Optional.empty(), words, Optional.empty(), seed, Map.of(), Optional.empty(), Optional.empty());
    }
}
