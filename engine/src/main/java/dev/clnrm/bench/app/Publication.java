package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.github.Breach;
import dev.clnrm.bench.github.CheckRun;
import dev.clnrm.bench.github.GitHubClient;
import dev.clnrm.bench.github.Message;
import dev.clnrm.bench.github.NoTextException;
import dev.clnrm.bench.github.Order;
import dev.clnrm.bench.github.Posted;
import dev.clnrm.bench.github.Proposal;
import dev.clnrm.bench.github.PullRequest;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.markdown.Links;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.StepsView;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Publishes a run on GitHub.
 *
 * @param commit the measured commit, according to GitHub and not to the run
 * @param proposal the pull request for the comment; empty for no comment
 * @param base the commit that the event names as the base, whose budgets file judges if there is no pull request; empty for the
 *     measured commit itself
 * @param budgets the path of the budgets file in the repository
 * @param key distinguishes the comment from others of this program on the same pull request
 * @param order shows which of two results is newer
 * @param issue whether an issue is also written
 * @param places the web addresses for links
 * @param strictness how strictly results are judged
 * @param selection the cases that were requested
 */
public record Publication(
        String commit,
        Optional<Proposal> proposal,
        Optional<String> base,
        String budgets,
        String key,
        Order order,
        boolean issue,
        Places places,
        Strictness strictness,
        Selection selection) {
    /**
     * Web addresses for links.
     *
     * @param repository the address of the repository; empty for none
     * @param run the address of the workflow run; empty for none
     */
    public record Places(String repository, String run) {
        public static final Places NONE = new Places("", "");

        private Optional<String> commit(Optional<String> sha) {
            return repository.isEmpty()
                    ? Optional.empty()
                    : sha.filter(one -> one.matches("[0-9a-f]{7,64}")).map(one -> repository + "/commit/" + one);
        }
    }

    /** The published judgement, and the outcome of each post. */
    public record Result(Statement statement, Map<String, Posted> posted) {
        public Result {
            posted = new LinkedHashMap<>(posted);
        }
    }

    /**
     * Checks the bundle of each platform, judges it by the budgets of the pull request's base, and publishes one result for all platforms.
     *
     * @param compared whether a proposed change had to be compared with its base
     * @param scratch a folder for temporary files, which exists and is empty
     * @throws UnreadableFileException if no bundle can be read, or if they do not belong together
     */
    public Result ofBundles(List<Path> bundles, boolean compared, Path scratch, GitHubClient github)
            throws IOException, DeclarationException {
        Optional<PullRequest> pullRequest = proposal.isPresent() ? open(proposal.get(), github) : Optional.empty();
        try {
            return ofBundles(PlatformBundles.open(bundles, commit, scratch), compared, pullRequest, github);
        } catch (FileException | DeclarationException | UserException | NoTextException e) {
            if (pullRequest.isPresent() || proposal.isEmpty()) {
                sayFailed(reason(e), pullRequest.map(PullRequest::number), github);
            }
            throw e;
        }
    }

    private Result ofBundles(
            PlatformBundles runs, boolean compared, Optional<PullRequest> pullRequest, GitHubClient github)
            throws IOException, DeclarationException {
        Optional<String> judging = pullRequest.map(PullRequest::base).or(() -> base);
        Optional<String> trusted = github.file(budgets, judging.orElse(commit));
        Optional<String> ofHead = judging.isPresent() ? ofHead(github) : trusted;
        Statement statement = statement(runs, trusted, ofHead, Trust.FROM_A_STRANGER, compared && judging.isPresent());
        if (pullRequest.isEmpty() && proposal.isPresent()) {
            // The commit was judged by its own budgets. A check that stays on it would count if it is proposed again.
            return new Result(
                    statement,
                    Map.of("comment", new Posted.Superseded("no open pull request has this commit as its head")));
        }
        Map<String, Posted> posted = say(statement, pullRequest.map(PullRequest::number), github);
        return new Result(statement, posted);
    }

    /** The head's budgets file; an empty text, which no budgets file has, if it cannot be read. */
    private Optional<String> ofHead(GitHubClient github) throws IOException {
        try {
            return github.file(budgets, commit);
        } catch (NoTextException e) {
            return Optional.of("");
        }
    }

    /**
     * The pull request, if it is open and has this commit.
     *
     * @throws UserException if the commit is also proposed to another branch. A check belongs to a commit, so the check for the branch with
     *     the looser budgets would count for the other, too.
     */
    private Optional<PullRequest> open(Proposal asked, GitHubClient github) throws IOException {
        Optional<PullRequest> one = asked.with(commit, github);
        List<PullRequest> open = one.isPresent() ? github.pullRequests(commit) : List.of();
        if (open.stream().map(PullRequest::into).distinct().count() > 1) {
            String numbers = open.stream().map(other -> "#" + other.number()).collect(Collectors.joining(", "));
            String fault = "pull requests into different branches have this commit: " + numbers
                    + ". A check belongs to a commit, so it would count for all of them";
            String help = "close all but one, then close and reopen that one, or push another commit to it";
            sayFailed(fault + ". Help: " + help, one.map(PullRequest::number), github);
            throw new UserException(fault, help);
        }
        return one;
    }

    /**
     * Judges a run whose files were checked.
     *
     * @param run the folder of the run
     * @param trusted the budgets file that judges the run; empty if there is none
     * @param ofHead the budgets file of the head; of a stranger's only the changes are shown; empty if it is unknown
     * @param trust who could write the run's files
     * @param proposed whether the run measured a proposed change, so that there is a base to compare with
     */
    public Statement statement(
            Path run, Optional<String> trusted, Optional<String> ofHead, Trust trust, boolean proposed)
            throws DeclarationException {
        return statement(PlatformBundles.alone(run), trusted, ofHead, trust, proposed);
    }

    private Statement statement(
            PlatformBundles runs, Optional<String> trusted, Optional<String> ofHead, Trust trust, boolean proposed)
            throws DeclarationException {
        BudgetsOfBase file = new BudgetsOfBase(budgets, trusted, ofHead);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, Judged> judged = new LinkedHashMap<>();
        for (Map.Entry<String, Path> run : runs.folders().entrySet()) {
            StoredRun kept = StoredRun.read(run.getValue(), trust);
            List<String> notes = new ArrayList<>(trust == Trust.MEASURED_HERE ? List.of() : file.notes());
            if (kept.sides().isEmpty()) {
                file.changes()
                        .forEach(change ->
                                notes.add(budgets + " is changed; the old version was used for judging: " + change));
            }
            judged.put(
                    run.getKey(),
                    Judged.of(
                            kept,
                            new Judged.Terms(
                                    file.judging(today),
                                    trust == Trust.MEASURED_HERE ? file.ofHead() : Optional.empty(),
                                    strictness.together(runs.count()),
                                    notes,
                                    new Judged.Origin(trust, selection, proposed)),
                            today));
        }
        Links links = new Links(
                Optional.empty(),
                places.run().isEmpty() ? Optional.empty() : Optional.of(places.run()),
                places.commit(RunFolder.read(runs.first()).code().commit(JournalEntry.BASE)),
                places.commit(Optional.of(commit)));
        Occasion occasion = new Occasion(key, links, budgets, file.changes());
        return new Statement(judged, runs.refused(), occasion);
    }

    /**
     * Publishes a judgement.
     *
     * @param pullRequest the pull request for the comment; empty for no comment
     */
    public Map<String, Posted> say(Statement statement, Optional<Integer> pullRequest, GitHubClient github) {
        Map<String, Posted> posted = new LinkedHashMap<>();
        Message comment = new Message(key, statement.comment(), statement.rank(), order, commit);
        pullRequest.ifPresent(number -> posted.put("comment", github.comment(number, comment)));
        posted.put(
                "check", check(comment, statement.checkTitle(), conclusion(statement), statement.breaches(), github));
        if (issue) {
            Message text = new Message(key, statement.issue(), statement.rank(), order, commit);
            posted.put("issue", github.issue(statement.issueTitle(), text, statement.exit() != 0));
        }
        return posted;
    }

    /**
     * Publishes that nothing was measured because no relevant file changed. A required check needs a result, and a comment on an earlier
     * state would be out of date.
     *
     * @param text the reason
     */
    public Map<String, Posted> sayNothingChanged(String text, Optional<Integer> pullRequest, GitHubClient github)
            throws IOException {
        Message message = new Message(key, text, 0, order, commit);
        Map<String, Posted> posted = new LinkedHashMap<>();
        if (pullRequest.isPresent() && github.commented(pullRequest.get(), key)) {
            posted.put("comment", github.comment(pullRequest.get(), message));
        }
        posted.put("check", check(message, "nothing to measure", CheckRun.Conclusion.SUCCESS, List.of(), github));
        return posted;
    }

    /**
     * Publishes that there is no verdict. An earlier good result would stay otherwise.
     *
     * @param reason a clause, which is shown as code
     */
    public Map<String, Posted> sayFailed(String reason, Optional<Integer> pullRequest, GitHubClient github) {
        String text = "🚫 **There is no result**: " + MarkdownText.sentence(reason)
                + (places.run().isEmpty() ? "" : " [Run](" + places.run() + ")") + "\n";
        Message message = new Message(key, text, Statement.COULD_NOT_MEASURE, order, commit);
        Map<String, Posted> posted = new LinkedHashMap<>();
        pullRequest.ifPresent(number -> posted.put("comment", github.comment(number, message)));
        posted.put("check", check(message, "no result", CheckRun.Conclusion.FAILURE, List.of(), github));
        return posted;
    }

    /** The first sentence of a fault, without places on this machine. */
    public static String reason(Exception fault) {
        if (fault instanceof DeclarationException declared) {
            return declared.diagnostics().get(0).message();
        }
        return fault instanceof FileException file ? file.fault().message() : String.valueOf(fault.getMessage());
    }

    private Posted check(
            Message message, String title, CheckRun.Conclusion conclusion, List<Breach> breaches, GitHubClient github) {
        String name = "clnrm-bench" + (key.equals("main") ? "" : " " + key);
        return github.check(new CheckRun(name, message, title, conclusion, breaches, places.run()));
    }

    /** Publishes change points in a separate issue, if issues are wanted. */
    public Map<String, Posted> say(StepsView stepped, GitHubClient github) {
        if (!issue || stepped.steps().isEmpty()) {
            return Map.of();
        }
        Message text = new Message(key + "/steps", Templates.own().steps(stepped, true), 0, order, commit);
        return Map.of("steps", github.steps(stepped.title(), text));
    }

    private static CheckRun.Conclusion conclusion(Statement statement) {
        if (statement.exit() != 0) {
            return CheckRun.Conclusion.FAILURE;
        }
        return statement.rank() == 0 ? CheckRun.Conclusion.SUCCESS : CheckRun.Conclusion.NEUTRAL;
    }
}
