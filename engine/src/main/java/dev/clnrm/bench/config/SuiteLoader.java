package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Declared;

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

    /** A source that cannot be read or run, by the user's fault: a jar that is not there, or not a jar. */
    final class CannotLoad extends Exception {
        private static final long serialVersionUID = 1L;

        private final String help;

        /**
         * Why it cannot.
         *
         * @param message a lower-case clause saying what
         * @param help what to do about it; may be empty
         */
        public CannotLoad(String message, String help) {
            super(message);
            this.help = help;
        }

        /** What to do about it; may be empty. */
        public String help() {
            return help;
        }
    }
}
