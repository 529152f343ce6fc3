package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Declared;
import java.util.List;

/** Asks the code a source names what it declares. */
@FunctionalInterface
public interface SuiteLoader {
    /**
     * What the source declares. Suites of other names than the source's may be among them. JMH benchmarks are one suite of the
     * source's name.
     *
     * @throws CannotLoad if the source itself cannot be read or run
     */
    Declared load(SuiteSource source) throws CannotLoad;

    /** Says which sources are loaded next, for a loader that asks several at once. */
    default void expect(List<SuiteSource> sources) {}

    /** A source that cannot be read or run, by the user's fault: a jar that is not there, or not a jar. */
    final class CannotLoad extends Exception {
        private static final long serialVersionUID = 1L;

        private final String help;
        private final transient List<String> printed;

        /**
         * Why it cannot.
         *
         * @param message a lower-case clause saying what
         * @param help what to do about it; may be empty
         */
        public CannotLoad(String message, String help) {
            this(message, help, List.of());
        }

        /**
         * Why it cannot, with what a program printed about it.
         *
         * @param printed lines
         */
        CannotLoad(String message, String help, List<String> printed) {
            super(message);
            this.help = help;
            this.printed = List.copyOf(printed);
        }

        /** What to do about it; may be empty. */
        public String help() {
            return help;
        }

        /** What a program printed about it; may be empty. */
        List<String> printed() {
            return printed;
        }
    }
}
