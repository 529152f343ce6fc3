package dev.clnrm.bench.model;

import java.util.List;

/**
 * The declarations on a class path.
 *
 * @param suites the suites
 * @param failures suite classes that could not be read
 */
public record Declared(List<SuiteSpec> suites, List<Failure> failures) {
    public Declared {
        suites = List.copyOf(suites);
        failures = List.copyOf(failures);
    }

    /**
     * A suite class that could not be read.
     *
     * @param suiteClass its name
     * @param message what happened
     * @param trace the stack frames of the user's own code, the deepest first
     */
    public record Failure(String suiteClass, String message, List<String> trace) {
        public Failure {
            trace = List.copyOf(trace);
        }
    }
}
