package dev.clnrm.bench.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a fork of a case runs. */
public sealed interface Target {
    /** The number of threads. */
    default int threads() {
        return 1;
    }

    /** The number of operations per invocation. */
    default int operations() {
        return 1;
    }

    /** The number of invocations per single-shot measurement. */
    default int batchSize() {
        return 1;
    }

    /**
     * A JMH benchmark.
     *
     * @param benchmark class and method, as in JMH's output
     * @param generatedTarget the code that JMH generated for it
     * @param threads the number of threads
     * @param threadGroups the threads of each method of a group; a single 1 if there is no group
     * @param threadGroupLabels the methods of a group
     * @param operations the operations per invocation
     * @param batchSize the invocations per single-shot measurement
     * @param parameters JMH's parameters of this case, sorted by name for a stable text
     */
    record Jmh(
            String benchmark,
            String generatedTarget,
            int threads,
            List<Integer> threadGroups,
            List<String> threadGroupLabels,
            int operations,
            int batchSize,
            Map<String, String> parameters)
            implements Target {
        /** The package of the shapes, in which benchmark bodies of the DSL run. */
        public static final String SHAPES = "dev.clnrm.bench.fork.internal.";

        public Jmh {
            threadGroups = List.copyOf(threadGroups);
            threadGroupLabels = List.copyOf(threadGroupLabels);
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        }

        /** The same without parameters. */
        Jmh withoutParameters() {
            return new Jmh(
                    benchmark,
                    generatedTarget,
                    threads,
                    threadGroups,
                    threadGroupLabels,
                    operations,
                    batchSize,
                    Map.of());
        }

        /** Whether it is a shape of the DSL, in which many cases run, and not the user's class. */
        public boolean isShape() {
            return benchmark.startsWith(SHAPES);
        }
    }

    /**
     * A program, timed as a whole process.
     *
     * @param line the program and its arguments
     */
    record Command(List<String> line) implements Target {
        public Command {
            line = List.copyOf(line);
        }
    }
}
