package dev.clnrm.bench.cli;

import dev.clnrm.bench.declare.BudgetsFile;
import dev.clnrm.bench.declare.BudgetsReader;
import dev.clnrm.bench.declare.DeclarationException;
import dev.clnrm.bench.declare.FailOn;
import dev.clnrm.bench.publish.github.Check;
import dev.clnrm.bench.publish.github.GitHubClient;
import dev.clnrm.bench.publish.github.Message;
import dev.clnrm.bench.publish.github.Order;
import dev.clnrm.bench.publish.github.Posted;
import dev.clnrm.bench.publish.github.PullRequest;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.store.Bundle;
import dev.clnrm.bench.store.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
 * @param owner who owns the branch it is on; empty where no pull request is looked for
 * @param branch that branch
 * @param budgets the file of budgets, relative to the repository
 * @param key tells the comment from others of this program on the same pull request
 * @param order tells which of two results is the newer
 * @param issue whether an issue says it
 * @param details where the run is to be seen; empty for nowhere
 * @param failOn what fails; what the file says where nothing is said
 * @param failOnInconclusive whether what is undecided fails
 */
public record Publication(
        String commit,
        String owner,
        String branch,
        String budgets,
        String key,
        Order order,
        boolean issue,
        String details,
        Optional<FailOn> failOn,
        boolean failOnInconclusive) {
    /** GitHub takes 65,536 characters of a comment; whole sections end in an empty line. */
    private static final int LONGEST = 60_000;

    /** What was said, and what became of it: the judgement, and by what it was said. */
    public record Result(Judged judged, Map<String, Posted> posted) {
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
        Optional<String> claimed = KeptRun.commit(RunFolder.read(scratch), ForkRecord.HEAD);
        if (claimed.isPresent() && !claimed.get().equals(commit)) {
            throw new UnreadableFileException(
                    bundle,
                    "holds a run of another commit than the workflow measured",
                    "the bundle has to come from the run that triggered this one");
        }
        Optional<PullRequest> pullRequest =
                owner.isEmpty() ? Optional.empty() : github.pullRequest(owner, branch, commit);
        String base = pullRequest.map(PullRequest::base).orElse(commit);
        Optional<String> trusted = github.file(budgets, base);
        List<String> notes = new ArrayList<>();
        Path own = scratch.resolve(Bundle.BUDGETS);
        if (pullRequest.isPresent()
                && Files.exists(own)
                && !Files.readString(own).equals(trusted.orElse(""))) {
            notes.add("the pull request changes " + budgets + "; it was judged by that of its base");
        }
        Judged judged = judged(scratch, file(trusted), notes);
        Map<String, Posted> posted = new LinkedHashMap<>();
        if (pullRequest.isEmpty() && !owner.isEmpty()) {
            posted.put("comment", new Posted.Superseded("no open pull request has this commit as its head"));
        }
        posted.putAll(say(judged, pullRequest.map(PullRequest::number), github));
        return new Result(judged, posted);
    }

    /**
     * Says what is known already.
     *
     * @param pullRequest where a comment goes; nowhere if empty
     */
    public Map<String, Posted> say(Judged judged, Optional<Integer> pullRequest, GitHubClient github) {
        Map<String, Posted> posted = new LinkedHashMap<>();
        Message message = new Message(key, shortened(judged.markdown()), judged.rank(), order, commit);
        pullRequest.ifPresent(number -> posted.put("comment", github.comment(number, message)));
        posted.put(
                "check",
                github.check(new Check(
                        "clnrm-bench" + (key.equals("main") ? "" : " " + key),
                        message,
                        judged.status(),
                        conclusion(judged),
                        judged.breaches(),
                        details)));
        if (issue) {
            posted.put("issue", github.issue("Performance: " + judged.status(), message, judged.exit() != 0));
        }
        return posted;
    }

    private Judged judged(Path run, BudgetsFile file, List<String> notes) throws DeclarationException {
        return Judged.of(run, new Judged.Rules(file, failOn, failOnInconclusive, notes), LocalDate.now(ZoneOffset.UTC));
    }

    private BudgetsFile file(Optional<String> text) throws DeclarationException {
        return text.isPresent()
                ? BudgetsReader.read(budgets, text.get().getBytes(StandardCharsets.UTF_8))
                : BudgetsFile.empty(budgets);
    }

    private static Check.Conclusion conclusion(Judged judged) {
        if (judged.exit() != ExitStatus.WITHIN_BUDGET) {
            return Check.Conclusion.FAILURE;
        }
        return judged.rank() == 0 ? Check.Conclusion.SUCCESS : Check.Conclusion.NEUTRAL;
    }

    /** Whole sections, as many as there is room for. */
    private static String shortened(String markdown) {
        if (markdown.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return markdown;
        }
        StringBuilder out = new StringBuilder();
        int size = 0;
        for (String section : markdown.split("(?<=\n)(?=###? |<details>)", -1)) {
            size += section.getBytes(StandardCharsets.UTF_8).length;
            if (size > LONGEST) {
                break;
            }
            out.append(section);
        }
        return out.append("\nThe rest is too long for a comment and stands in the run's summary.\n")
                .toString();
    }
}
