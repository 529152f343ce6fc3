package dev.clnrm.bench.app;

import dev.clnrm.bench.calibrate.Calibration;
import dev.clnrm.bench.calibrate.Live;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Hooks;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.report.CalibrationFacts;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Comparing;
import dev.clnrm.bench.stats.MethodConstants;
import dev.clnrm.bench.stats.Stopping;
import dev.clnrm.bench.stats.TwoSides;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures the same code on both sides on this machine, and judges it with and without inserted slowdowns.
 *
 * @param asked the request for the run
 * @param factors the slowdowns to insert, above 1
 * @param deals how often the forks are dealt to the two sides again
 */
public record LiveCalibration(Asked asked, List<Double> factors, int deals) {
    public LiveCalibration {
        factors = List.copyOf(factors);
    }

    /** The calibration and the measurement behind it. */
    public record Outcome(Calibration calibration, CalibrationFacts measured) {}

    /** Calibrates and reports the outcome. Returns the exit status. */
    public int run(Consumer<Outcome> report) throws DeclarationException {
        try (Sides sides = Sides.same(asked)) {
            Plan head = sides.head().project().plan(sides.head().declared(), asked.request());
            Plan plan = EarlierPace.of(head.against(head, Map.of(), false), Project.runs(asked.file()));
            asked.say("the same code twice, " + Counts.count(plan.cases().size(), "case") + ": "
                    + Counts.count(plan.mostForks(), "fork") + ", about " + Counts.duration(plan.mostSeconds())
                    + ", seed " + plan.seed() + "\n");
            MeasuredRun result = new TwoSidedRun(
                            asked, sides, plan, Optional.empty(), Hooks.NONE, name -> "clnrm-bench calibrate " + name)
                    .measure(samples -> MoreForks.most(plan.names()), Optional.empty());
            return judge(sides, plan, result, report);
        }
    }

    private int judge(Sides sides, Plan plan, MeasuredRun result, Consumer<Outcome> report)
            throws DeclarationException {
        List<String> notes = new ArrayList<>(result.notes());
        RunSamples samples = result.run().toJudge();
        List<TwoSides> cases = cases(samples, notes);
        if (cases.isEmpty() || result.run().cutShort()) {
            notes.forEach(note -> asked.terminal().say("note: " + note + "\n"));
            asked.terminal().say("clnrm-bench: calibration is incomplete: the measurement did not finish\n");
            return ExitStatus.COULD_NOT_MEASURE;
        }
        Live.How how = how(sides, samples);
        Calibration calibration = new Live(cases, how, deals, plan.seed()).judge(factors);
        Cost cost = result.cost(samples);
        report.accept(new Outcome(
                calibration,
                new CalibrationFacts(
                        cost.seconds(),
                        cost.baseForks() + cost.headForks(),
                        plan.mostRounds(),
                        how.comparing().level(),
                        notes)));
        return ExitStatus.WITHIN_BUDGET;
    }

    /** The settings with which a check of this project judges: its tolerances, its level, its looks. */
    private static Live.How how(Sides sides, RunSamples samples) throws DeclarationException {
        Rules rules = Rules.of(sides.head().declared().file(), samples, LocalDate.now(ZoneOffset.UTC));
        return new Live.How(
                new Comparing(rules.confidence(), rules.level(), Set.of()),
                samples.turns().orElseThrow().looks(),
                new Stopping(rules::limits));
    }

    /** The cases with enough forks. Adds a note for each of the others. */
    private static List<TwoSides> cases(RunSamples run, List<String> notes) {
        if (run.base().isEmpty()) {
            return List.of();
        }
        Map<CaseName, CaseSamples> base = samples(run.base().get());
        List<TwoSides> cases = new ArrayList<>();
        samples(run.head()).forEach((name, head) -> {
            Optional<CaseSamples> other = Optional.ofNullable(base.get(name));
            if (other.map(CaseSamples::finished).map(List::size).orElse(0) < MethodConstants.PRIOR_FORKS
                    || head.finished().size() < MethodConstants.PRIOR_FORKS) {
                notes.add(name + " is omitted: fewer than " + MethodConstants.PRIOR_FORKS
                        + " forks finished on one side");
            } else {
                cases.add(new TwoSides(other.orElseThrow(), head));
            }
        });
        return cases;
    }

    private static Map<CaseName, CaseSamples> samples(Side side) {
        Map<CaseName, CaseSamples> samples = new LinkedHashMap<>();
        side.samples().forEach(one -> samples.put(one.name(), one));
        return samples;
    }
}
