package dev.clnrm.bench.github;

/**
 * An open pull request.
 *
 * @param number its number
 * @param head the commit it would merge
 * @param base the commit its base branch is at
 */
public record PullRequest(int number, String head, String base) {}
