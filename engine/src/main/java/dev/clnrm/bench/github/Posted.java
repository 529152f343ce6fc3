package dev.clnrm.bench.github;

/** What became of something to be published. None of it changes a verdict. */
public sealed interface Posted {
    /**
     * It stands there.
     *
     * @param url where
     */
    record Done(String url) implements Posted {}

    /**
     * What stands there is newer.
     *
     * @param because a clause
     */
    record Superseded(String because) implements Posted {}

    /**
     * The token may not, as that of a pull request from a fork.
     *
     * @param because a clause
     */
    record Refused(String because) implements Posted {}

    /**
     * It could not be done, however often it was tried.
     *
     * @param because a clause
     */
    record Failed(String because) implements Posted {}
}
