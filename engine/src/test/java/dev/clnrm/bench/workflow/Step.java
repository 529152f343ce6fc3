package dev.clnrm.bench.workflow;

import java.nio.file.Path;
import java.util.Map;

/**
 * A step with the action, as it ended.
 *
 * @param job the job it is part of
 * @param mode the input {@code mode}
 * @param exit its exit status
 * @param outputs what it says to later steps
 * @param summary the length of what it says on the job's page
 * @param log what it printed
 * @param machine where it ran
 */
record Step(String job, String mode, int exit, Map<String, String> outputs, int summary, Path log, Machine machine) {
    Step {
        outputs = Map.copyOf(outputs);
    }

    String output(String name) {
        return outputs.getOrDefault(name, "");
    }
}
