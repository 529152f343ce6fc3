package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.Step;
import dev.clnrm.bench.report.markdown.StepsView;
import dev.clnrm.bench.store.RunStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the change points in times, or in ratios to a release, that only the newest run makes visible. */
public final class Stepped {
    /** Without the run, and without the last two. */
    private static final int ROUNDS = 2;

    private Stepped() {}

    /**
     * Finds the steps that a history has with a run, but neither without that run nor without the last two. So a step that one run hides
     * and the next one shows again is not new.
     *
     * @param run the run
     * @param runs a store that contains the run and others
     * @param budgets the name of the budgets file
     * @param text the text of the budgets file, whose tolerances steps exceed; empty if there is none
     * @param commits the order of commits; if it is unknown, runs are in the order of time
     */
    public static StepsView by(
            String run,
            RunStore runs,
            String budgets,
            Optional<String> text,
            Publication.Places places,
            CommitGraph commits)
            throws DeclarationException {
        PastRuns past = PastRuns.in(runs);
        Set<CaseName> known = past.names();
        Rules rules = Rules.of(
                new BudgetsOfBase(budgets, text, text).judging(),
                DeclaredRules.NONE,
                known,
                known,
                LocalDate.now(ZoneOffset.UTC));
        return new StepsView(
                fresh(past, past.without(run), rules, commits), address(places.repository()), address(places.run()));
    }

    static List<Step> fresh(PastRuns now, PastRuns before, Rules rules, CommitGraph commits) {
        List<Step> fresh = now.runs().size() == before.runs().size()
                ? List.of()
                : Step.told(now.history(name -> true, rules, commits));
        PastRuns earlier = before;
        for (int round = 0; round < ROUNDS && couldHave(earlier, fresh); round++) {
            List<Step> told = Step.told(earlier.history(of(fresh), rules, commits));
            fresh = fresh.stream()
                    .filter(step -> told.stream().noneMatch(step::same))
                    .toList();
            earlier = earlier.withoutLast();
        }
        return fresh;
    }

    private static boolean couldHave(PastRuns earlier, List<Step> steps) {
        Set<String> runs =
                earlier.runs().stream().map(run -> run.summary().id()).collect(Collectors.toSet());
        return steps.stream().anyMatch(step -> step.fits(runs));
    }

    private static Predicate<CaseName> of(List<Step> steps) {
        return steps.stream().map(step -> step.key().name()).collect(Collectors.toSet())::contains;
    }

    private static Optional<String> address(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
