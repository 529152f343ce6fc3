package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.github.CheckRun;
import dev.clnrm.bench.github.GitHubClient;
import dev.clnrm.bench.github.Message;
import dev.clnrm.bench.github.Order;
import dev.clnrm.bench.github.Posted;
import dev.clnrm.bench.github.Proposal;
import dev.clnrm.bench.github.PullRequest;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.report.markdown.Links;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.runs.Bundle;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.StoredRun;
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

/**
 * What is said on GitHub of a run, and where.
 *
 * @param commit what was measured, as GitHub says and not as the run does
 * @param proposal the pull request that is told; absent if none is looked for
 * @param budgets the file of budgets, relative to the repository
 * @param key tells the comment from others of this program on the same pull request
 * @param order tells which of two results is the newer
 * @param issue whether an issue says it
 * @param places where things are to be seen
 * @param failOn what fails; what the file says if nothing is said
 * @param failOnInconclusive whether what is inconclusive fails
 * @param selection what was asked to be measured
 */
public record Publication(
        String commit,
        Optional<Proposal> proposal,
        String budgets,
        String key,
        Order order,
        boolean issue,
        Places places,
        Optional<FailOn> failOn,
        boolean failOnInconclusive,
        Selection selection) {
    /**
     * Addresses of the web.
     *
     * @param repository the repository's; empty for none
     * @param run that of the run; empty for none
     */
    public record Places(String repository, String run) {
        /** Nowhere. */
        public static final Places NONE = new Places("", "");

        private Optional<String> commit(Optional<String> sha) {
            return repository.isEmpty()
                    ? Optional.empty()
                    : sha.filter(one -> one.matches("[0-9a-f]{7,64}")).map(one -> repository + "/commit/" + one);
        }
    }

    /**
     * A judgement, and for what occasion it is said.
     *
     * @param judged the judgement
     * @param occasion where and beside what
     */
    public record Statement(Judged judged, Occasion occasion) {
        /** What a job's page shows. */
        public String summary() {
            return judged.texts().summary(occasion);
        }
    }

    /** What was said, and what became of it: the judgement, and by what it was said. */
    public record Result(Statement statement, Map<String, Posted> posted) {
        public Result {
            posted = new LinkedHashMap<>(posted);
        }
    }

    /**
     * Checks a bundle, judges it by the budgets of the pull request's base, and says so.
     *
     * @param scratch a folder for temporary files, which exists and is empty
     * @throws UnreadableFileException if the bundle is refused
     */
    public Result ofBundle(Path bundle, Path scratch, GitHubClient github) throws IOException, DeclarationException {
        Bundle.open(bundle, scratch);
        Optional<String> claimed = RunFolder.read(scratch).code().commit(JournalEntry.HEAD);
        if (claimed.isPresent() && !claimed.get().equals(commit)) {
            throw new UnreadableFileException(
                    bundle,
                    "contains a run of another commit than the workflow measured",
                    "use the bundle of the run that triggered this one");
        }
        Optional<PullRequest> pullRequest =
                proposal.isPresent() ? proposal.get().with(commit, github) : Optional.empty();
        Optional<String> base = pullRequest.map(PullRequest::base);
        Optional<String> trusted = github.file(budgets, base.orElse(commit));
        Optional<String> ofHead = base.isPresent() ? github.file(budgets, commit) : trusted;
        Statement statement = statement(scratch, trusted, ofHead, Trust.FROM_A_STRANGER, pullRequest.isPresent());
        if (pullRequest.isEmpty() && proposal.isPresent()) {
            // It was judged by its own budgets, and a check that stays on the commit would count if it is proposed
            // again.
            return new Result(
                    statement,
                    Map.of("comment", new Posted.Superseded("no open pull request has this commit as its head")));
        }
        Map<String, Posted> posted = say(statement, pullRequest.map(PullRequest::number), github);
        return new Result(statement, posted);
    }

    /**
     * Judges a run whose files were checked.
     *
     * @param run the folder
     * @param trusted the file of budgets it is judged by; empty if there is none
     * @param ofHead that of the head, which is only told of where it differs; empty if it is not known
     * @param trust who could write the run's files
     * @param proposed whether it measured a proposal, so that there is a base to compare with
     */
    public Statement statement(
            Path run, Optional<String> trusted, Optional<String> ofHead, Trust trust, boolean proposed)
            throws DeclarationException {
        StoredRun kept = StoredRun.read(run, trust);
        BudgetsOfBase file = new BudgetsOfBase(budgets, trusted, ofHead);
        List<String> changes = file.changes();
        Links links = new Links(
                Optional.empty(),
                places.run().isEmpty() ? Optional.empty() : Optional.of(places.run()),
                places.commit(kept.manifest().code().commit(JournalEntry.BASE)),
                places.commit(Optional.of(commit)));
        Occasion occasion = Occasion.of(links).withKey(key).withBudgets(budgets, changes);
        boolean twoSides = kept.sides().isPresent();
        List<String> notes = new ArrayList<>(file.notes());
        if (!twoSides) {
            changes.forEach(
                    change -> notes.add(budgets + " is changed; the old version was used for judging: " + change));
        }
        Judged judged = Judged.of(
                kept,
                new Judged.Terms(
                        file.judging(),
                        new Strictness(failOn, false, failOnInconclusive),
                        notes,
                        new Judged.Origin(trust, selection, proposed)),
                LocalDate.now(ZoneOffset.UTC));
        return new Statement(judged, occasion);
    }

    /**
     * Says what is known already.
     *
     * @param pullRequest where a comment goes; nowhere if empty
     */
    public Map<String, Posted> say(Statement statement, Optional<Integer> pullRequest, GitHubClient github) {
        Judged judged = statement.judged();
        Map<String, Posted> posted = new LinkedHashMap<>();
        Message comment = new Message(key, judged.texts().comment(statement.occasion()), judged.rank(), order, commit);
        pullRequest.ifPresent(number -> posted.put("comment", github.comment(number, comment)));
        posted.put(
                "check",
                github.check(new CheckRun(
                        checkName(), comment, judged.status(), conclusion(judged), judged.breaches(), places.run())));
        if (issue) {
            Message text = new Message(key, judged.texts().issue(statement.occasion()), judged.rank(), order, commit);
            posted.put("issue", github.issue(judged.texts().title(), text, judged.exit() != 0));
        }
        return posted;
    }

    /**
     * Says that nothing was measured, because nothing changed that could be: a check that is required needs an end, and a comment on an earlier
     * state would be out of date.
     *
     * @param text why
     */
    public Map<String, Posted> sayNothingChanged(String text, Optional<Integer> pullRequest, GitHubClient github)
            throws IOException {
        Message message = new Message(key, text, 0, order, commit);
        Map<String, Posted> posted = new LinkedHashMap<>();
        if (pullRequest.isPresent() && github.commented(pullRequest.get(), key)) {
            posted.put("comment", github.comment(pullRequest.get(), message));
        }
        posted.put(
                "check",
                github.check(new CheckRun(
                        checkName(),
                        message,
                        "nothing to measure",
                        CheckRun.Conclusion.SUCCESS,
                        List.of(),
                        places.run())));
        return posted;
    }

    private String checkName() {
        return "clnrm-bench" + (key.equals("main") ? "" : " " + key);
    }

    /** Says where times stepped, in an issue of its own, where an issue says anything. */
    public Map<String, Posted> say(Stepped stepped, GitHubClient github) {
        if (!issue || stepped.none()) {
            return Map.of();
        }
        Message text = new Message(key + "/steps", stepped.issue(), 0, order, commit);
        return Map.of("steps", github.steps(stepped.title(), text));
    }

    private static CheckRun.Conclusion conclusion(Judged judged) {
        if (judged.exit() != 0) {
            return CheckRun.Conclusion.FAILURE;
        }
        return judged.rank() == 0 ? CheckRun.Conclusion.SUCCESS : CheckRun.Conclusion.NEUTRAL;
    }
}
