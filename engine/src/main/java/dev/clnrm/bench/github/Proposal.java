package dev.clnrm.bench.github;

import java.io.IOException;
import java.util.Optional;

/** What names a pull request. */
public sealed interface Proposal {
    /**
     * The open pull request that would merge this very commit.
     *
     * @throws IOException if GitHub does not say
     */
    Optional<PullRequest> with(String commit, GitHubClient github) throws IOException;

    /**
     * The branch that it would merge.
     *
     * @param owner who owns its repository: a fork has another owner than the repository
     * @param name its name
     */
    record Branch(String owner, String name) implements Proposal {
        @Override
        public Optional<PullRequest> with(String commit, GitHubClient github) throws IOException {
            return github.pullRequest(owner, name, commit);
        }
    }

    /**
     * Its number.
     *
     * @param number as GitHub says it
     */
    record Numbered(int number) implements Proposal {
        @Override
        public Optional<PullRequest> with(String commit, GitHubClient github) throws IOException {
            return github.pullRequest(number).filter(one -> one.head().equals(commit));
        }
    }
}
