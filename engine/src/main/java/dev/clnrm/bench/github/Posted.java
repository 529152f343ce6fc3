package dev.clnrm.bench.github;

/** The result of a post. It never changes a verdict. */
public sealed interface Posted {
    /**
     * It was posted.
     *
     * @param url its address
     */
    record Done(String url) implements Posted {}

    /** It was not posted. */
    sealed interface Not extends Posted {
        /** The reason, as a clause. */
        String because();
    }

    /** The existing one is newer. */
    record Superseded(String because) implements Not {
        /** A comment, an issue or a check of a newer run. */
        static Superseded by(String what, Order newer) {
            return new Superseded("the existing " + what + " is from run " + newer.run() + ", which is newer");
        }
    }

    /** Several jobs of one workflow run have the same key. The worst of their results is shown. */
    record Shared(String because) implements Not {
        /** Several jobs write a comment, an issue or a check. */
        static Shared by(String what) {
            return new Shared("another job of this run writes the same " + what + "; give each job its own `key`");
        }
    }

    /** The token does not allow it, for example in a pull request from a fork. */
    record Refused(String because) implements Not {}

    /** It failed after several attempts. */
    record Failed(String because) implements Not {}
}
