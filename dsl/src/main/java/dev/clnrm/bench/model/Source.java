package dev.clnrm.bench.model;

import java.util.List;

/** What is run to measure a benchmark. */
public sealed interface Source {
    /**
     * A lambda of a suite class, run by one of the precompiled shapes.
     *
     * @param shape the JMH benchmark that runs it, as {@code class.method}
     * @param batch the number of new inputs that are prepared at a time; 0 if inputs are not new for each call
     */
    record Body(String shape, int batch) implements Source {}

    /**
     * An annotated JMH benchmark on the same class path.
     *
     * @param className the class, as {@link Class#getName()} returns it
     * @param method the annotated method
     */
    record Jmh(String className, String method) implements Source {}

    /**
     * A program, timed as a whole process.
     *
     * @param line the program and its arguments
     */
    record Command(List<String> line) implements Source {
        public Command {
            line = List.copyOf(line);
            if (line.isEmpty()) {
                throw new IllegalArgumentException("a command has at least a program");
            }
        }
    }
}
