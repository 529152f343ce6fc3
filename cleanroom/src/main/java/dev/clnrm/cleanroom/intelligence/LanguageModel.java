package dev.clnrm.cleanroom.intelligence;

/** A language model that explains numbers in words. Nothing depends on it. */
@FunctionalInterface
public interface LanguageModel {
    /** No model. */
    LanguageModel NONE = prompt -> new Reply.Silence("no language model was given");

    /** Asks and waits. It always returns a reply: no exception, and no endless wait. */
    Reply ask(String prompt);

    /** The reply of a model. */
    sealed interface Reply {
        /**
         * A text.
         *
         * @param text not blank; it may be wrong
         */
        record Words(String text) implements Reply {}

        /**
         * No usable reply.
         *
         * @param reason why, as a clause that starts in lower case
         */
        record Silence(String reason) implements Reply {}
    }
}
