package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.Step;
import dev.clnrm.bench.report.markdown.StepsView;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.store.RunStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Where times, or ratios to a release, stepped, as far as nobody could know before the newest run.
 *
 * @param view the steps, and where their reader can go
 */
public record Stepped(StepsView view) {
    /** Room in the summary of a job beside what else it says: together they stay below GitHub's 1 MiB. */
    private static final int SUMMARY = 40_000;

    /**
     * The steps that a history has with a run, and had neither without it nor at any time before. What a run makes vanish and another
     * brings back is not new.
     *
     * @param run the run
     * @param runs a store that holds it among others
     * @param budgets the file of budgets as it is called
     * @param text what it says: steps exceed its tolerances; empty if there is none
     */
    public static Stepped by(
            String run, RunStore runs, String budgets, Optional<String> text, Publication.Places places)
            throws DeclarationException {
        PastRuns past = PastRuns.in(runs);
        Set<CaseName> known = past.names();
        Rules rules = Rules.of(
                new BudgetsOfBase(budgets, text, text).judging(),
                DeclaredRules.NONE,
                known,
                known,
                LocalDate.now(ZoneOffset.UTC));
        return new Stepped(new StepsView(
                fresh(past, past.without(run), rules), address(places.repository()), address(places.run())));
    }

    static List<Step> fresh(PastRuns now, PastRuns before, Rules rules) {
        List<Step> fresh =
                now.runs().size() == before.runs().size() ? List.of() : Step.told(now.history(name -> true, rules));
        PastRuns earlier = before;
        while (couldHave(earlier, fresh)) {
            List<Step> told = Step.told(earlier.history(of(fresh), rules));
            fresh = fresh.stream()
                    .filter(step -> told.stream().noneMatch(step::same))
                    .toList();
            earlier = earlier.withoutLast();
        }
        return fresh;
    }

    private static boolean couldHave(PastRuns earlier, List<Step> steps) {
        int runs = earlier.runs().size();
        return runs > 0 && steps.stream().anyMatch(step -> step.fits(runs));
    }

    private static Predicate<CaseName> of(List<Step> steps) {
        return steps.stream().map(step -> step.key().name()).collect(Collectors.toSet())::contains;
    }

    private static Optional<String> address(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Whether there is nothing to say. */
    public boolean none() {
        return view.steps().isEmpty();
    }

    /** The title of an issue. */
    public String title() {
        return "Performance: " + view.sentence();
    }

    /** The text of an issue, or of a comment on it. */
    public String issue() {
        return Templates.own().steps(view, true, Templates.COMMENT);
    }

    /** What a job's page shows of it, after what else it says. */
    public String summary() {
        return "\n" + Templates.own().steps(view, false, SUMMARY);
    }
}
