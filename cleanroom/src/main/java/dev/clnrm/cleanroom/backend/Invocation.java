package dev.clnrm.cleanroom.backend;

import java.util.List;
import java.util.OptionalLong;

/**
 * A command to run. Immutable.
 *
 * @param command the program and its arguments, at least one
 * @param seed the source of everything random in it; empty if it may differ from run to run
 * @param outputLimit characters kept of each of its two outputs; the rest is read and dropped
 */
public record Invocation(List<String> command, OptionalLong seed, int outputLimit) {
    public Invocation {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command without words; it needs at least the name of a program");
        }
        if (outputLimit < 0) {
            throw new IllegalArgumentException("an output limit of " + outputLimit + "; it cannot be negative");
        }
    }

    /** The name of the program. */
    public String program() {
        return command.get(0);
    }
}
