package dev.clnrm.cleanroom.intelligence;

/** A language model that puts into words what the figures say. Nothing depends on it. */
@FunctionalInterface
public interface LanguageModel {
    /** No model at all. */
    LanguageModel NONE = prompt -> new Reply.Silence("no language model was given");

    /** Asks and waits. Whatever happens, the answer is a reply: no exception, and no wait without end. */
    Reply ask(String prompt);

    /** What a model said. */
    sealed interface Reply {
        /**
         * It said something.
         *
         * @param text not blank; nothing vouches for it being right
         */
        record Words(String text) implements Reply {}

        /**
         * It said nothing that can be used.
         *
         * @param reason why, as a clause that starts in lower case
         */
        record Silence(String reason) implements Reply {}
    }
}
