package dev.clnrm.bench.model;

import java.util.List;

/**
 * What a class path declares.
 *
 * @param suites the suites
 * @param failures suite classes that could not be asked
 */
public record Declared(List<SuiteSpec> suites, List<Failure> failures) {
    public Declared {
        suites = List.copyOf(suites);
        failures = List.copyOf(failures);
    }

    /**
     * A suite class that could not be asked.
     *
     * @param suiteClass its name
     * @param message what happened
     * @param trace the frames of the author's own code, the deepest first
     */
    public record Failure(String suiteClass, String message, List<String> trace) {
        public Failure {
            trace = List.copyOf(trace);
        }
    }
}
