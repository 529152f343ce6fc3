package dev.clnrm.bench.cli;

import java.util.List;
import java.util.Map;

/**
 * The command line and the environment of a command.
 *
 * @param args the whole command line
 * @param environment the environment variables
 */
record Context(List<String> args, Map<String, String> environment) {
    static final Context NONE = new Context(List.of(), Map.of());

    Context {
        args = List.copyOf(args);
        environment = Map.copyOf(environment);
    }
}
