package dev.clnrm.bench.action;

import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.app.Publication;
import dev.clnrm.bench.app.Statement;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.git.Git;
import dev.clnrm.bench.github.Destination;
import dev.clnrm.bench.github.GitHubClient;
import dev.clnrm.bench.github.Message;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.runs.Bundle;
import dev.clnrm.bench.samples.FileException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A step of a GitHub workflow. */
final class ActionStep {
    /** The exit statuses of `run` and `check` after a measurement. With any other status they did not measure. */
    private static final Set<Integer> VERDICTS = Set.of(0, 1, 4);

    private static final String NOTHING_CHANGED =
            "✅ Nothing was measured: no file differs from the base, or only documents do and no case reads them.";

    private static final String NOTHING_REACHED =
            "✅ Nothing was measured: no file differs from the base, or the change reaches no case.";

    private final Map<String, String> environment;
    private final WorkflowLog log;
    private final Inputs inputs;
    private final StepFiles files;
    private final Reporting reporting;

    ActionStep(Map<String, String> environment, WorkflowLog log) {
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.inputs = new Inputs(environment);
        this.files = new StepFiles(environment);
        this.reporting = new Reporting(files, log);
    }

    /** Runs the step and returns the exit status of the verdict. */
    int run() throws IOException, InterruptedException, DeclarationException, CheckoutException {
        Mode mode = inputs.mode();
        if (inputs.truth("affected") && mode != Mode.ALL) {
            throw new UserException(
                    "`affected: true` has no effect with `mode: " + mode.word()
                            + "`: with separate stages only samples are trusted, not the claim that a case was omitted",
                    "leave it out, or name the cases with `filter`");
        }
        if (mode == Mode.ANSWER) {
            return answer();
        }
        Event event = Event.read(environment, inputs.commits());
        Path scratch = Files.createTempDirectory("clnrm-bench-bundle-");
        try {
            return mode == Mode.REPORT ? report(event, scratch) : measure(event, mode, scratch);
        } finally {
            Scratch.delete(scratch);
        }
    }

    /** Answers a comment. The job never fails, because GitHub would show the failure on the default branch. */
    private int answer() throws IOException {
        Comment comment = Event.comment(environment);
        needsToken(Mode.ANSWER);
        GitHubClient github = GitHubClient.of(destination());
        Optional<Answer> answer = Answer.to(comment, github);
        if (answer.isEmpty()) {
            log.notice("the comment asks for nothing: it is not a new comment on a pull request that begins with `"
                    + Comment.COMMAND + "`");
            return 0;
        }
        String said = answer.get().text();
        boolean refused = answer.get() instanceof Answer.Refused;
        if (answer.get() instanceof Answer.Measured measured) {
            files.output("head", measured.pullRequest().head());
            files.output("base", measured.pullRequest().base());
            files.output("filter", String.join(" ", measured.filter()));
        }
        log.notice(said);
        files.summary(said + "\n");
        Message message = new Message(
                inputs.key() + "/answer",
                said + (places().run().isEmpty() ? "" : " [Run](" + places().run() + ")"),
                refused ? 1 : 0,
                Event.order(environment),
                "");
        reporting.posted(Map.of("comment", github.comment(comment.number(), message)));
        return 0;
    }

    private int measure(Event event, Mode mode, Path scratch)
            throws IOException, InterruptedException, DeclarationException, CheckoutException {
        event.mayMeasure(mode);
        MeasuringProcess measuring = new MeasuringProcess(workspace(), environment);
        mayRun(mode, measuring);
        Git git = git();
        List<String> tokens = new Credentials(git, workspace())
                .remove(Optional.ofNullable(environment.get("RUNNER_TEMP")).map(Path::of));
        if (!tokens.isEmpty()) {
            log.warning("removed the token that actions/checkout left in " + String.join(", ", tokens)
                    + ", before any code of the repository runs; it is not restored, so a later step that pushes needs its own token."
                    + " To keep it out, write `with: {persist-credentials: false}` below `uses: actions/checkout`");
        }
        Optional<ComparedCommit.Compared> base =
                new ComparedCommit(workspace(), environment(), event).of(inputs.base(), mode, log);
        if (inputs.truth("affected") && base.isEmpty()) {
            log.notice("all cases are measured: `affected: true` needs a base, and there is nothing to compare with");
        }
        Optional<String> measured =
                base.isPresent() ? git.said("show", event.commit() + ":" + inputs.budgets()) : Optional.empty();
        Optional<String> ofHead =
                measured.isPresent() ? measured : text(workspace().resolve(inputs.budgets()));
        Optional<String> judging = base.flatMap(ComparedCommit.Compared::judging);
        boolean own = mode == Mode.ALL && !event.ofFork();
        Optional<String> ofBase = judging.isPresent() ? ofBase(git, judging.get(), own, ofHead) : ofHead;
        String folder = inputs.path("out", "clnrm-bench-run");
        Optional<StepHistory> history = history(event, mode, scratch);
        // Read before the measurement, because the code under test may change the settings of the repository.
        CommitGraph commits = history.isPresent()
                ? Project.commits(workspace().resolve(inputs.budgets()), environment())
                : CommitGraph.UNKNOWN;
        List<String> words = inputs.command(base.map(ComparedCommit.Compared::word), event.commit(), folder);
        int exit = log.<Integer, IOException>deaf(() -> measuring.run(words, buildHome()));
        Path run = workspace().resolve(folder);
        Optional<KeptHistory> kept = history.flatMap(StepHistory::folder);
        if (kept.isPresent()) {
            measuring.give(kept.get().put());
        }
        if (Files.notExists(run.resolve("run.json"))) {
            files.output("exit", Integer.toString(exit));
            files.output("status", exit == 0 ? "not-run" : "could-not-measure");
            if (exit != 0 && mode == Mode.ALL) {
                failed(
                        event,
                        "the measuring command ended with status " + exit + "; the log of the job has the reason");
            } else if (mode == Mode.ALL && base.isPresent()) {
                String nothing = inputs.truth("affected") ? NOTHING_REACHED : NOTHING_CHANGED;
                files.summary(nothing + "\n");
                reporting.posted(publication(event)
                        .sayNothingChanged(nothing, event.pullRequest(), GitHubClient.of(destination())));
            }
            return exit;
        }
        files.output("run", folder);
        Path bundle = run.resolve("bundle");
        Bundle.write(run, workspace().resolve(inputs.budgets()), bundle, workspace());
        measuring.give(bundle);
        files.output("bundle", folder + "/bundle");
        Path checked = Files.createDirectory(scratch.resolve("bundle"));
        Publication publication = publication(event);
        Statement statement;
        try {
            Bundle.open(bundle, checked);
            statement = publication.statement(checked, ofBase, ofHead, trust(mode, event), base.isPresent());
        } catch (FileException | DeclarationException e) {
            if (mode == Mode.ALL) {
                failed(event, Publication.reason(e));
            }
            throw e;
        }
        // The measuring process ran beside the code under test. It is only trusted if it reports that it could not
        // measure.
        int verdict = VERDICTS.contains(exit) ? statement.exit() : exit;
        files.output("exit", Integer.toString(verdict));
        reporting.verdict(statement);
        if (mode == Mode.ALL) {
            reporting.posted(publication.say(statement, event.pullRequest(), GitHubClient.of(destination())));
        }
        for (Path page : reporting.pages(statement, workspace(), folder)) {
            measuring.give(page);
        }
        if (history.isPresent()) {
            Joining joining = new Joining(history.get(), workspace(), reporting, inputs.budgets(), ofBase, commits);
            Joining.Joined joined = joining.join(checked, folder, publication.places());
            for (Path written : joined.written()) {
                measuring.give(written);
            }
            if (mode == Mode.ALL && joined.stepped().isPresent()) {
                reporting.posted(publication.say(joined.stepped().get(), GitHubClient.of(destination())));
            }
        }
        return verdict;
    }

    private void failed(Event event, String reason) throws IOException {
        reporting.posted(publication(event).sayFailed(reason, event.pullRequest(), GitHubClient.of(destination())));
    }

    /** The budgets file of the base. If there is none, the head's file is used only if people with write access wrote it. */
    private Optional<String> ofBase(Git git, String base, boolean own, Optional<String> ofHead)
            throws CheckoutException {
        Optional<String> file = git.said("show", base + ":" + inputs.budgets());
        return own ? file.or(() -> ofHead) : file;
    }

    /**
     * The trust in a run's files. A pull request gets the same trust in both stages, because its files are always written beside its code. In
     * one stage, only that of a fork may come from a stranger.
     */
    private static Trust trust(Mode mode, Event event) {
        boolean stranger = event.ofFork() || (mode == Mode.RUN && event.base().isPresent());
        return stranger ? Trust.FROM_A_STRANGER : Trust.MEASURED_HERE;
    }

    /** The earlier runs, if the finished run will join them. A pull request is not yet part of a history. */
    private Optional<StepHistory> history(Event event, Mode mode, Path scratch) throws IOException, CheckoutException {
        Optional<String> store = inputs.store(mode);
        String folder = inputs.path("history", "");
        if (!event.onDefaultBranch()) {
            return Optional.empty();
        }
        if (store.isPresent()) {
            String server = environment.getOrDefault("GITHUB_SERVER_URL", "https://github.com");
            return Optional.of(StepHistory.of(store.get(), workspace(), scratch, server, destination(), environment));
        }
        return folder.isEmpty()
                ? Optional.empty()
                : Optional.of(StepHistory.of(
                        KeptHistory.taken(workspace(), folder, Files.createDirectory(scratch.resolve("history")))));
    }

    private void mayRun(Mode mode, MeasuringProcess measuring) throws IOException {
        if (mode == Mode.RUN && !inputs.token().isEmpty()) {
            throw new UserException(
                    "`mode: run` takes no token: it runs code that nobody has reviewed", "leave out `github-token`");
        }
        if (mode == Mode.ALL) {
            inputs.mayPublish();
        }
        if (mode == Mode.ALL && inputs.token().isEmpty()) {
            throw new UserException(
                    "`mode: all` has no token to publish with", "give `github-token`, or use `mode: run`");
        }
        if (mode == Mode.ALL && !measuring.apart()) {
            throw new UserException(
                    "`mode: all` cannot hide its token from the code under test here: both would run as the same user",
                    "use the container, or separate steps with `mode: run` and `mode: report`");
        }
    }

    private Optional<Path> buildHome() {
        return inputs.text("build-home").map(name -> workspace().resolve(inputs.path("build-home", name)));
    }

    /** Git, opened before any code of the workspace runs. That code could write a configuration that names programs. */
    private Git git() throws CheckoutException {
        return Git.in(workspace(), environment());
    }

    private Map<String, String> environment() {
        return Map.of("PATH", environment.getOrDefault("PATH", ""), "GIT_CONFIG_GLOBAL", "/dev/null");
    }

    private static Optional<String> text(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private int report(Event event, Path scratch) throws IOException, DeclarationException {
        needsToken(Mode.REPORT);
        Publication.Result result = publication(event)
                .ofBundles(
                        inputs.bundles(workspace()),
                        !inputs.base().equals(Optional.of(ComparedCommit.NONE)),
                        scratch,
                        GitHubClient.of(destination()));
        int exit = result.statement().exit();
        files.output("exit", Integer.toString(exit));
        reporting.verdict(result.statement());
        reporting.posted(result.posted());
        String folder = inputs.path("out", "clnrm-bench-run");
        reporting.pages(result.statement(), workspace(), folder);
        new MeasuringProcess(workspace(), environment).give(workspace().resolve(folder));
        return exit;
    }

    private void needsToken(Mode mode) {
        if (inputs.token().isEmpty()) {
            throw new UserException("`mode: " + mode.word() + "` has no token to publish with", "give `github-token`");
        }
    }

    private Publication publication(Event event) {
        return new Publication(
                event.commit(),
                event.proposal(),
                event.base(),
                inputs.budgets(),
                inputs.key(),
                event.order(),
                event.scheduled(),
                places(),
                new Strictness(inputs.failOn(), false, inputs.truth("fail-on-inconclusive")),
                inputs.selection());
    }

    private Publication.Places places() {
        String server = environment.getOrDefault("GITHUB_SERVER_URL", "");
        String run = environment.getOrDefault("GITHUB_RUN_ID", "");
        String address = server.isEmpty() ? "" : server + "/" + repository();
        return new Publication.Places(
                address, address.isEmpty() || run.isEmpty() ? "" : address + "/actions/runs/" + run);
    }

    private Destination destination() {
        String api = environment.getOrDefault("GITHUB_API_URL", Destination.PUBLIC.toString());
        return new Destination(URI.create(api), repository(), inputs.token());
    }

    private String repository() {
        return environment.getOrDefault("GITHUB_REPOSITORY", "");
    }

    private Path workspace() {
        return Path.of(environment.getOrDefault("GITHUB_WORKSPACE", "")).toAbsolutePath();
    }
}
