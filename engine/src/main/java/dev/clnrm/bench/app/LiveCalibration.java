package dev.clnrm.bench.app;

import dev.clnrm.bench.calibrate.Calibration;
import dev.clnrm.bench.calibrate.Live;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.Promises;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.report.CalibrationReport;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Comparing;
import dev.clnrm.bench.stats.MethodConstants;
import dev.clnrm.bench.stats.Stopping;
import dev.clnrm.bench.stats.TwoSides;
import dev.clnrm.bench.terminal.Interruption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures the same code on both sides here and now, and judges it with and without slowdowns put in.
 *
 * @param asked what is measured, and how the run is kept
 * @param factors slowdowns to put in, above 1
 * @param deals how often the forks are dealt anew
 */
public record LiveCalibration(Asked asked, List<Double> factors, int deals) {
    public LiveCalibration {
        factors = List.copyOf(factors);
    }

    /** What was found, and what that rests on. */
    public record Outcome(Calibration calibration, CalibrationReport.Measured measured) {}

    /**
     * Runs.
     *
     * @param report shows the outcome
     */
    public int run(Consumer<Outcome> report) throws DeclarationException {
        try (Sides sides = Sides.same(asked)) {
            Plan head = sides.head().project().plan(sides.head().declared(), asked.request());
            Plan plan = head.against(head, Map.of(), false);
            asked.say("the same code twice, " + Counts.count(plan.cases().size(), "case") + ": " + plan.mostForks()
                    + " forks, about " + Counts.duration(plan.mostSeconds()) + ", seed " + plan.seed() + "\n");
            List<CaseName> all = plan.cases().stream().map(PlannedCase::name).toList();
            TwoSidedRun.Result result = new TwoSidedRun(asked, sides, plan, name -> "clnrm-bench calibrate " + name)
                    .measure((base, ofHead) -> MoreForks.most(all));
            return judge(sides, plan, result, report);
        } finally {
            Interruption.written();
        }
    }

    private int judge(Sides sides, Plan plan, TwoSidedRun.Result result, Consumer<Outcome> report) {
        List<String> notes = new ArrayList<>(result.notes());
        List<TwoSides> cases = cases(result, notes);
        if (cases.isEmpty() || result.cutShort()) {
            notes.forEach(note -> asked.terminal().say("note: " + note + "\n"));
            asked.terminal().say("clnrm-bench: calibration is incomplete: the measurement did not finish\n");
            return ExitStatus.COULD_NOT_MEASURE;
        }
        Live.How how = how(sides, plan);
        Calibration calibration = new Live(cases, how, deals, plan.seed()).judge(factors);
        report.accept(new Outcome(
                calibration,
                new CalibrationReport.Measured(
                        result.cost().seconds(),
                        result.cost().baseForks() + result.cost().headForks(),
                        plan.mostRounds(),
                        how.comparing().level(),
                        notes)));
        return ExitStatus.WITHIN_BUDGET;
    }

    /** As a check of this project judges: its tolerances, its level, its looks. */
    private static Live.How how(Sides sides, Plan plan) {
        Expectations expected = Expectations.of(
                sides.head().declared(), Promises.of(sides.head().declared(), plan, false));
        return new Live.How(
                new Comparing(expected.confidence(), 1 - expected.confidence(), Set.of()),
                Check.looks(plan),
                new Stopping(one -> {
                    double value = one.base().value().orElse(Double.NaN);
                    return expected.rules().of(one.name(), one.metric(), value).limitsAt(value);
                }));
    }

    /** The cases that can be looked at; of the others it is said why not. */
    private static List<TwoSides> cases(TwoSidedRun.Result result, List<String> notes) {
        Map<CaseName, CaseSamples> base = samples(result.base());
        List<TwoSides> cases = new ArrayList<>();
        samples(result.head()).forEach((name, head) -> {
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
