package dev.clnrm.bench.github;

/** Identifies a pull request. */
public sealed interface Proposal {
    /** Whether this is the one. */
    boolean names(PullRequest one);

    /**
     * A pull request identified by its branch.
     *
     * @param owner the owner of the branch's repository; it differs from the repository's owner for a fork, and is empty if the fork was
     *     deleted, which names nothing
     * @param name the name of the branch
     */
    record Branch(String owner, String name) implements Proposal {
        @Override
        public boolean names(PullRequest one) {
            return !owner.isEmpty() && one.from().equals(owner + ":" + name);
        }
    }

    /**
     * A pull request identified by its number.
     *
     * @param number as on GitHub
     */
    record Numbered(int number) implements Proposal {
        @Override
        public boolean names(PullRequest one) {
            return one.number() == number;
        }
    }
}
