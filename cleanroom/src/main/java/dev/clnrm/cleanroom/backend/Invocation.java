package dev.clnrm.cleanroom.backend;

import java.util.List;
import java.util.OptionalLong;

/**
 * A command to run. Immutable.
 *
 * @param command the program and its arguments, at least one word
 * @param seed what everything random in it has to be drawn from; empty where it may differ from run to run
 * @param outputLimit bytes or characters kept of each of its two outputs; the rest is read and dropped
 */
public record Invocation(List<String> command, OptionalLong seed, int outputLimit) {
    public Invocation {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command without words; it takes the name of a program at least");
        }
        if (outputLimit < 0) {
            throw new IllegalArgumentException("an output limit of " + outputLimit + "; it cannot be negative");
        }
    }

    /** The name of what is to run. */
    public String program() {
        return command.get(0);
    }
}
