package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Publication;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.github.Destination;
import dev.clnrm.bench.github.GitHubClient;
import dev.clnrm.bench.github.Order;
import dev.clnrm.bench.github.Posted;
import dev.clnrm.bench.github.Proposal;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.os.Scratch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a bundle, judges it and publishes the result on GitHub. */
@Command(
        name = "publish",
        description =
                "Checks the bundle of another run, judges it by the budgets of the pull request's base, and posts the result"
                        + " on GitHub. Several bundles are one commit on several platforms: they get one comment."
                        + " Runs no code of the pull request. Reads the token from GITHUB_TOKEN.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench publish bundle --repository clnrm/app --commit 3f2c1ab… --head mallory:topic",
            "  clnrm-bench publish x86 arm64 --repository clnrm/app --commit 3f2c1ab… --head mallory:topic"
        })
final class PublishCommand extends Subcommand {
    @Parameters(
            paramLabel = "BUNDLE",
            arity = "1..*",
            description = "A folder or zip file with run.json and samples.ndjson; one of each platform of the commit.")
    private List<Path> bundles = new ArrayList<>();

    @Option(
            names = "--repository",
            paramLabel = "OWNER/NAME",
            required = true,
            description = "The repository to post to.")
    private String repository = "";

    @Option(names = "--commit", paramLabel = "SHA", required = true, description = "The commit that was measured.")
    private String commit = "";

    @Option(
            names = "--head",
            paramLabel = "OWNER:BRANCH",
            description = "Comment on the open pull request of this branch, if its head is that commit.")
    private String head = "";

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The budgets file in the repository (default: budgets.yaml).")
    private String file = Defaults.FILE;

    @Option(
            names = "--key",
            paramLabel = "WORD",
            description = "Key that separates the comments of several suites (default: main).")
    private String key = "main";

    @Option(
            names = "--run-number",
            paramLabel = "N",
            description =
                    "Number of the run; an older run does not replace a newer one. The action uses the id of its workflow run (default: 1).")
    private long run = 1;

    @Option(names = "--issue", description = "Post failures as an issue as well.")
    private boolean issue;

    @Option(
            names = "--suite",
            paramLabel = "NAME",
            description =
                    "The run measured this suite; cases of other suites are not missing. May be given several times.")
    private List<String> suites = new ArrayList<>();

    @Option(
            names = "--only",
            paramLabel = "FILTER",
            description =
                    "The run measured cases whose names contain this word; * matches anything. May be given several"
                            + " times.")
    private List<String> only = new ArrayList<>();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Override
    public Integer call() throws IOException, DeclarationException {
        String token = context.environment().getOrDefault("GITHUB_TOKEN", "");
        if (token.isEmpty()) {
            throw new UserException("there is no token to publish with", "set GITHUB_TOKEN");
        }
        URI api = URI.create(context.environment().getOrDefault("GITHUB_API_URL", Destination.PUBLIC.toString()));
        int colon = head.indexOf(':');
        Publication publication = new Publication(
                commit,
                colon < 0
                        ? Optional.empty()
                        : Optional.of(new Proposal.Branch(head.substring(0, colon), head.substring(colon + 1))),
                Optional.empty(),
                file,
                key,
                new Order(run, 1),
                issue,
                Publication.Places.NONE,
                change.strictness(),
                new Selection(suites, only, false));
        Path scratch = Files.createTempDirectory("clnrm-bench-publish-");
        try {
            Publication.Result result = publication.ofBundles(
                    bundles, true, scratch, GitHubClient.of(new Destination(api, repository, token)));
            print(result.statement().summary());
            result.statement().refused().forEach(one -> say("warning: " + one.sentence() + "\n"));
            result.posted().forEach((what, posted) -> say(line(what, posted) + "\n"));
            return result.statement().exit();
        } finally {
            Scratch.delete(scratch);
        }
    }

    /** The outcome of a post, as a line. */
    static String line(String what, Posted posted) {
        if (posted instanceof Posted.Not not) {
            boolean newer = posted instanceof Posted.Superseded;
            return what + (newer ? ": not changed: " : ": warning: not posted: ") + not.because();
        }
        String url = ((Posted.Done) posted).url();
        return what + ": " + (url.isEmpty() ? "nothing to post" : url);
    }
}
