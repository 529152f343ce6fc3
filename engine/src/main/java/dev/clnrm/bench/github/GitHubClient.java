package dev.clnrm.bench.github;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.kohsuke.github.GHContent;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPermissionType;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHPullRequestQueryBuilder;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.HttpException;

/** Reads from a repository on GitHub and posts to it. */
public final class GitHubClient {
    /** GitHub itself ends requests after 10 s. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** The most bytes of a budgets file; a larger file is refused. */
    private static final int LARGEST_FILE = 1 << 20;

    /** The permissions to push. GitHub reports `write` for the role "maintain", too. */
    private static final Set<GHPermissionType> WRITING = EnumSet.of(GHPermissionType.ADMIN, GHPermissionType.WRITE);

    /** The login of a person; that of a bot ends in {@code [bot]}. */
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final GitHub github;
    private final Attempts attempts;
    private final String repository;

    private GitHubClient(GitHub github, Attempts attempts, String repository) {
        this.github = github;
        this.attempts = attempts;
        this.repository = repository;
    }

    /** A client with real pauses. */
    public static GitHubClient of(Destination destination) throws IOException {
        return of(destination, time -> Thread.sleep(time.toMillis()), LONGEST);
    }

    /**
     * A client.
     *
     * @param pause waits between two attempts
     * @param longest the longest time for an answer
     */
    static GitHubClient of(Destination destination, Attempts.Pause pause, Duration longest) throws IOException {
        GitHub github = new GitHubBuilder()
                .withEndpoint(destination.api().toString())
                .withOAuthToken(destination.token())
                .withConnector(Connection.of(longest))
                .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
                .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
                .build();
        return new GitHubClient(github, new Attempts(pause), destination.repository());
    }

    /**
     * The open pull requests that would merge exactly this commit, from any branch into any branch.
     *
     * @throws IOException if GitHub does not answer
     */
    public List<PullRequest> pullRequests(String commit) throws IOException {
        return open(commit, query -> query);
    }

    /**
     * The open pull request that would merge exactly this commit from this branch.
     *
     * @param from the branch with the owner of its repository: {@code mallory:topic}
     * @throws IOException if GitHub does not answer
     */
    public Optional<PullRequest> pullRequest(String from, String commit) throws IOException {
        return open(commit, query -> query.head(from)).stream().findFirst();
    }

    private List<PullRequest> open(String commit, UnaryOperator<GHPullRequestQueryBuilder> which) throws IOException {
        return attempts.answer(() -> {
            List<PullRequest> found = new ArrayList<>();
            for (GHPullRequest one : which.apply(
                            repository().queryPullRequests().state(GHIssueState.OPEN))
                    .list()
                    .withPageSize(100)) {
                if (one.getHead().getSha().equals(commit)) {
                    found.add(PullRequest.of(one));
                }
            }
            return List.copyOf(found);
        });
    }

    /**
     * The pull request with this number, if it is open.
     *
     * @throws IOException if GitHub does not answer
     */
    public Optional<PullRequest> pullRequest(int number) throws IOException {
        return attempts.answer(() -> {
            GHPullRequest one = repository().getPullRequest(number);
            return one.getState() == GHIssueState.OPEN ? Optional.of(PullRequest.of(one)) : Optional.empty();
        });
    }

    /**
     * Whether a user may push to the repository. GitHub's author association does not show this: a member without that right has
     * the same association.
     *
     * @throws IOException if GitHub does not answer
     */
    public boolean mayWrite(String login) throws IOException {
        return LOGIN.matcher(login).matches()
                && attempts.answer(() -> {
                    try {
                        return WRITING.contains(repository().getPermission(login));
                    } catch (GHFileNotFoundException e) {
                        return false;
                    }
                });
    }

    /**
     * Whether a comment with this key exists.
     *
     * @throws IOException if GitHub does not answer
     */
    public boolean commented(int pullRequest, String key) throws IOException {
        return attempts.answer(() -> new StickyComment(own()).said(repository().getIssue(pullRequest), key));
    }

    /**
     * The text of a file in a commit; empty if there is no such file.
     *
     * @throws NoTextException if something other than a file of at most 1 MB has that name
     * @throws IOException if GitHub does not answer
     */
    public Optional<String> file(String path, String commit) throws IOException {
        return attempts.answer(() -> {
            GHContent content;
            try {
                content = repository().getFileContent(path, commit);
            } catch (GHFileNotFoundException e) {
                return Optional.empty();
            } catch (HttpException e) {
                // For a folder, GitHub answers with a list.
                throw e.getCause() instanceof MismatchedInputException ? new NoTextException(path, commit) : e;
            }
            // A link to nowhere and a submodule have no encoding, and that of a larger file is `none`.
            if (!"base64".equals(content.getEncoding())) {
                throw new NoTextException(path, commit);
            }
            try (InputStream in = content.read()) {
                return Optional.of(new String(in.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8));
            }
        });
    }

    /** Posts a comment on a pull request. */
    public Posted comment(int pullRequest, Message message) {
        return attempts.of(() -> new StickyComment(own()).post(repository().getIssue(pullRequest), message));
    }

    /** Posts a check run on a commit. */
    public Posted check(CheckRun check) {
        return attempts.of(() -> CheckRuns.post(repository(), check));
    }

    /** Posts an issue; it is opened only for bad news. */
    public Posted issue(String title, Message message, boolean bad) {
        return attempts.of(() -> new OpenIssues(own(), repository()).state(title, message, bad));
    }

    /** Posts change points to an issue, which is opened if there is none. */
    public Posted steps(String title, Message message) {
        return attempts.of(() -> new OpenIssues(own(), repository()).steps(title, message));
    }

    private GHRepository repository() throws IOException {
        return github.getRepository(repository);
    }

    /** Recognises our own logins: the user of the token. An app cannot ask for its user; its messages come from a bot. */
    private Predicate<String> own() throws IOException {
        try {
            String login = github.getMyself().getLogin();
            return login::equals;
        } catch (HttpException e) {
            if (e.getResponseCode() != 403 && e.getResponseCode() != 401) {
                throw e;
            }
        } catch (FileNotFoundException e) {
            return GitHubClient::bot;
        }
        return GitHubClient::bot;
    }

    private static boolean bot(String login) {
        return login.endsWith("[bot]");
    }
}
