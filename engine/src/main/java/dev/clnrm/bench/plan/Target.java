package dev.clnrm.bench.plan;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a fork of a case runs. */
public sealed interface Target {
    /** How many threads run it. */
    default int threads() {
        return 1;
    }

    /** Operations an invocation stands for. */
    default int operations() {
        return 1;
    }

    /** Invocations that make one single-shot measurement. */
    default int batchSize() {
        return 1;
    }

    /**
     * A JMH benchmark.
     *
     * @param benchmark class and method, as JMH shows it
     * @param generatedTarget what JMH generated for it
     * @param threads how many threads run it
     * @param threadGroups threads of each method of a group; a single 1 if there is no group
     * @param threadGroupLabels the methods of a group
     * @param operations operations an invocation stands for
     * @param batchSize invocations that make one single-shot measurement
     * @param parameters JMH's parameters of this case, sorted by name so that the same case always reads the same
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
        /** The package of the shapes that bodies of the DSL run in. */
        public static final String SHAPES = "dev.clnrm.bench.fork.internal.";

        public Jmh {
            threadGroups = List.copyOf(threadGroups);
            threadGroupLabels = List.copyOf(threadGroupLabels);
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        }

        /** The same code whatever its parameters. */
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

        /** Whether it is a shape of the DSL, which many cases run in, and not a class of the author's. */
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
