package dev.clnrm.bench.github;

/** What became of something to be published. None of it changes a verdict. */
public sealed interface Posted {
    /**
     * It stands there.
     *
     * @param url where
     */
    record Done(String url) implements Posted {}

    /** It does not stand there. */
    sealed interface Not extends Posted {
        /** Why, in a clause. */
        String because();
    }

    /** What stands there is newer. */
    record Superseded(String because) implements Not {}

    /** The token may not, as that of a pull request from a fork. */
    record Refused(String because) implements Not {}

    /** It could not be done, however often it was tried. */
    record Failed(String because) implements Not {}
}
