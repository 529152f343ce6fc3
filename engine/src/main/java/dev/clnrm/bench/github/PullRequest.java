package dev.clnrm.bench.github;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;

/**
 * An open pull request.
 *
 * @param number its number
 * @param head the commit it would merge
 * @param from the branch that holds it, with the owner of its repository: {@code mallory:topic}
 * @param base the tip of its base branch
 * @param into the name of its base branch
 * @param pushed when somebody last pushed to the fork it comes from; empty if it comes from the repository itself
 */
public record PullRequest(int number, String head, String from, String base, String into, Optional<Instant> pushed) {
    static PullRequest of(GHPullRequest one) throws IOException {
        Optional<GHRepository> from = Optional.ofNullable(one.getHead().getRepository());
        String own = one.getRepository().getFullName();
        return new PullRequest(
                one.getNumber(),
                one.getHead().getSha(),
                String.valueOf(one.getHead().getLabel()),
                one.getBase().getSha(),
                one.getBase().getRef(),
                from.filter(fork -> !own.equals(fork.getFullName()))
                        .map(GHRepository::getPushedAt)
                        .map(Date::toInstant));
    }
}
