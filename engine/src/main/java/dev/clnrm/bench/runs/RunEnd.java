package dev.clnrm.bench.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.clnrm.bench.measure.Controller;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.samples.MemoryUse;
import java.util.List;
import java.util.Optional;

/**
 * The end of a run.
 *
 * @param end why it ended; empty while it is running, and if it was killed
 * @param replaced forks measured again because something disturbed them, one clause each
 * @param parts the runs that were merged into this one, by their names
 * @param explanations what increased in the cases that were called slower
 * @param memory how much memory the processes used; empty if it was not measured
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunEnd(
        Optional<Controller.End> end,
        List<String> replaced,
        List<String> parts,
        List<Explanation> explanations,
        Optional<MemoryUse> memory) {
    public static final RunEnd NONE = new RunEnd(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

    public RunEnd {
        replaced = List.copyOf(replaced);
        parts = List.copyOf(parts);
        explanations = List.copyOf(explanations);
    }

    /** Whether the time ran out before every case had its forks. */
    boolean outOfTime() {
        return end.filter(Controller.End.TIME_BUDGET::equals).isPresent();
    }
}
