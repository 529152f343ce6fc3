package dev.clnrm.bench.github;

import java.io.IOException;
import java.util.Optional;

/** Identifies a pull request. */
public sealed interface Proposal {
    /**
     * The open pull request that would merge exactly this commit.
     *
     * @throws IOException if GitHub does not answer
     */
    Optional<PullRequest> with(String commit, GitHubClient github) throws IOException;

    /**
     * A pull request identified by its branch.
     *
     * @param owner the owner of the branch's repository; it differs from the repository's owner for a fork, and is empty if the fork was
     *     deleted, which names nothing
     * @param name the name of the branch
     */
    record Branch(String owner, String name) implements Proposal {
        @Override
        public Optional<PullRequest> with(String commit, GitHubClient github) throws IOException {
            return owner.isEmpty() ? Optional.empty() : github.pullRequest(owner + ":" + name, commit);
        }
    }

    /**
     * A pull request identified by its number.
     *
     * @param number as on GitHub
     */
    record Numbered(int number) implements Proposal {
        @Override
        public Optional<PullRequest> with(String commit, GitHubClient github) throws IOException {
            return github.pullRequest(number).filter(one -> one.head().equals(commit));
        }
    }
}
