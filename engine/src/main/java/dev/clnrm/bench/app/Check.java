package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Hooks;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Base;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Sameness;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.ReachFacts;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.runs.PlannedCases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Measures two sides in turns, reports what changed, and checks the head against its budgets and laws.
 *
 * @param asked the request for the run
 * @param opening prepares the two sides
 * @param words the command line that repeats this comparison with all cases
 * @param unchanged how cases are treated whose code is the same on both sides
 * @param strictness how strictly results are judged
 * @param explain whether proven regressions are profiled
 * @param hooks whether hooks run and people are notified; a backfill does neither
 */
public record Check(
        Asked asked,
        Opening opening,
        Function<Sides, List<String>> words,
        Unchanged unchanged,
        Strictness strictness,
        boolean explain,
        boolean hooks) {
    /** How cases are treated that cannot have changed. */
    public enum Unchanged {
        /** Like {@link #CONTROL}, but nothing is measured if no file changed, or if only documents changed that no case can read. */
        AUTO,
        /** They get the fewest forks as long as nothing hints at a change. */
        CONTROL,
        /** They are omitted if they also read no files. Only cases that the change can reach are measured. */
        SKIP,
        /** They are measured like any other case. */
        MEASURE
    }

    /** Prepares two sides. */
    @FunctionalInterface
    public interface Opening {
        Sides open() throws DeclarationException;
    }

    /** Measures and judges; {@code report} shows the comparison and gives the exit status. */
    public int run(ToIntFunction<Report> report) throws DeclarationException {
        try (Sides sides = opening.open()) {
            if (sides.same().isPresent()) {
                return nothing(sides.same().get());
            }
            PlannedSides planned = PlannedSides.overlaid(asked.request(), sides);
            Plan plan = EarlierPace.of(plan(sides, planned), Project.runs(asked.file()));
            Base ofBase = plan.base().orElseThrow();
            if (plan.cases().isEmpty()) {
                return nothing(
                        unchanged == Unchanged.AUTO
                                ? "only documents changed, and no case can read them"
                                : skipped(ofBase) + ". The change reaches no other case");
            }
            note(sides, ofBase, plan.cases().size());
            asked.say(estimate(plan));
            Rules rules = rules(sides, plan);
            List<String> again = words.apply(sides);
            MeasuredRun measured = new TwoSidedRun(
                            asked,
                            sides,
                            plan,
                            planned.unreached(),
                            hooks ? sides.head().declared().file().hooks() : Hooks.NONE,
                            name -> String.join(" ", again) + " --only " + name)
                    .measure(
                            run -> undecided(plan, decided(run, rules)),
                            explain ? Optional.of(new Explaining(asked, plan, rules)) : Optional.empty());
            RunSamples run = measured.run().toJudge();
            RunFacts facts = RunFacts.of(run, Optional.of(measured.cost(run)), again, measured.notes())
                    .only(asked.request().filters())
                    .reaching(new ReachFacts(planned.unreached(), TwoSidedRun.names(ofBase.skipped()), false))
                    .uncompared(
                            ofBase.cases().isEmpty()
                                    ? sides.uncompared().or(() -> Optional.of(Judged.ALL_NEW))
                                    : Optional.empty());
            Report judged = Report.of(Judge.judge(run, rules, Trust.MEASURED_HERE), List.of(), facts)
                    .explained(measured.run().manifest().end().explanations())
                    .noting(StoredCreep.of(asked, measured.run().manifest(), rules));
            return report.applyAsInt(measured.told(judged, asked.environment()));
        }
    }

    /** The decided cases; none if all cases are new. */
    private static Set<CaseName> decided(RunSamples run, Rules rules) {
        return run.base().isPresent() ? Judge.decided(run, rules) : Set.of();
    }

    private static MoreForks undecided(Plan plan, Set<CaseName> decided) {
        return MoreForks.most(
                plan.names().stream().filter(name -> !decided.contains(name)).toList());
    }

    private Plan plan(Sides sides, PlannedSides planned) {
        Plan head = planned.head();
        Map<CaseName, Sameness> same =
                unchanged == Unchanged.MEASURE ? Map.of() : planned.reach().sameness();
        Plan skipping = head.against(planned.base(), same, true);
        boolean unread = unchanged == Unchanged.AUTO
                && sides.onlyDocuments()
                && skipping.cases().isEmpty();
        return unread || unchanged == Unchanged.SKIP ? skipping : head.against(planned.base(), same, false);
    }

    private int nothing(String why) {
        boolean unproven = asked.request().goal().equals(Optional.of(Goal.IMPROVED));
        asked.terminal()
                .say("clnrm-bench: " + (unproven ? "not proven improved: " : "") + "nothing was measured: " + why
                        + "\n");
        return unproven ? ExitStatus.OVER_BUDGET : ExitStatus.WITHIN_BUDGET;
    }

    private static String skipped(Base ofBase) {
        return PlannedCases.skipped(TwoSidedRun.names(ofBase.skipped()));
    }

    private void note(Sides sides, Base ofBase, int cases) {
        if (ofBase.cases().isEmpty()) {
            sides.note("every case is new: nothing to compare yet");
        }
        boolean control = unchanged == Unchanged.AUTO || unchanged == Unchanged.CONTROL;
        if (control && !ofBase.sameCode().isEmpty() && ofBase.sameCode().size() == cases) {
            sides.note("each case runs the same code on both sides and is measured as a control, with the fewest forks;"
                    + " `check --affected` omits those that read no other files");
        }
        if (!ofBase.skipped().isEmpty()) {
            sides.note(skipped(ofBase));
        }
        int same = ofBase.sameCode().size();
        if (unchanged == Unchanged.SKIP && same > 0) {
            sides.note("measured although the change reaches none of their code, because they may read other files: "
                    + Counts.count(same, "case"));
        }
    }

    private static String estimate(Plan plan) {
        return "two sides, " + Counts.count(plan.cases().size(), "case") + ": "
                + Counts.range(plan.forks(), plan.mostForks(), "fork") + ", about "
                + Counts.durations(plan.likelySeconds(), plan.mostSeconds()) + ", seed " + plan.seed() + "\n";
    }

    private Rules rules(Sides sides, Plan plan) {
        Declarations base = sides.base().declared();
        Declarations head = sides.head().declared();
        return Rules.guarded(
                        sides.judging(),
                        head.file(),
                        DeclaredRules.of(base, head, plan),
                        plan.ofBase().names(),
                        plan.names())
                .with(strictness);
    }
}
