package dev.clnrm.cleanroom.scenario;

import java.util.List;

/**
 * A step of a scenario. Immutable.
 *
 * @param label its name for people
 * @param command the program and its arguments, at least one
 */
public record Step(String label, List<String> command) {
    public Step {
        command = List.copyOf(command);
        if (label.isBlank()) {
            throw new IllegalArgumentException("a step has a blank label; use a visible character");
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("step '" + label + "' has no command; it needs at least one word");
        }
    }
}
