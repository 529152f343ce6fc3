package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Declared;
import java.util.List;
import java.util.Optional;

/** Loads the declarations in a suite's code. */
@FunctionalInterface
public interface SuiteLoader {
    /**
     * The declarations of a source. They may include suites with other names than the source's. JMH benchmarks are one suite with the
     * source's name.
     *
     * @throws CannotLoad if the source itself cannot be read or run
     */
    Declared load(SuiteSource source) throws CannotLoad;

    /** Announces the file whose sources are loaded next, for a loader that loads several at once. */
    default void expect(BudgetsFile file) {}

    /** Thrown for a source that cannot be read or run because of a user's mistake: a jar that is missing or not a jar. */
    final class CannotLoad extends Exception {
        /** The help for code that is not built. */
        static final String BUILD = "build the project first";

        private final String help;
        private final List<String> printed;
        private final Optional<String> entry;

        /**
         * Creates an exception with help.
         *
         * @param message a lower-case clause that describes the problem
         * @param help what to do; may be empty
         */
        public CannotLoad(String message, String help) {
            this(message, help, List.of());
        }

        /**
         * Creates an exception with help and the output of a program.
         *
         * @param printed the lines that the program printed
         */
        CannotLoad(String message, String help, List<String> printed) {
            this(message, help, printed, Optional.empty());
        }

        private CannotLoad(String message, String help, List<String> printed, Optional<String> entry) {
            super(message);
            this.help = help;
            this.printed = List.copyOf(printed);
            this.entry = entry;
        }

        /** An exception for an entry of a class path as written. */
        static CannotLoad of(String entry, String problem, String help) {
            return new CannotLoad(VisibleText.quote(entry) + " " + problem, help, List.of(), Optional.of(entry));
        }

        /** The same with the command that builds the project. */
        String help(Optional<String> build) {
            return build.map(command -> help.replace(BUILD, BUILD + ": " + VisibleText.quote(command)))
                    .orElse(help);
        }

        /** The entry of the class path that is wrong, as written; empty if it is not one of them. */
        Optional<String> entry() {
            return entry;
        }

        /** What to do; may be empty. */
        public String help() {
            return help;
        }

        /** The lines that a program printed; may be empty. */
        List<String> printed() {
            return printed;
        }
    }
}
