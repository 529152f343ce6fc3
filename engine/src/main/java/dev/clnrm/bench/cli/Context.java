package dev.clnrm.bench.cli;

import java.util.List;
import java.util.Map;

/**
 * What a command was started with.
 *
 * @param args the whole command line
 * @param environment the environment variables
 */
record Context(List<String> args, Map<String, String> environment) {
    Context {
        args = List.copyOf(args);
        environment = Map.copyOf(environment);
    }
}
