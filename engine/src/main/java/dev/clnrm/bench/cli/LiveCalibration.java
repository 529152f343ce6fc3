package dev.clnrm.bench.cli;

import dev.clnrm.bench.stats.Comparing;
import dev.clnrm.bench.stats.Defaults;
import dev.clnrm.bench.stats.Spending;
import dev.clnrm.bench.stats.Stopping;
import dev.clnrm.bench.stats.TwoSides;
import dev.clnrm.bench.calibrate.Calibration;
import dev.clnrm.bench.calibrate.Live;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.Promises;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.plan.TwoSidedPlan;
import dev.clnrm.bench.terminal.Terminal;
import dev.clnrm.bench.report.CalibrationReport;
import dev.clnrm.bench.report.Format;
import dev.clnrm.bench.report.Numbers;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The same code measured on both sides here and now, and judged with and without slowdowns put in. */
final class LiveCalibration {
    private final Context context;
    private final OutputOptions output;
    private final List<Double> factors;
    private final int deals;

    /**
     * A calibration to be.
     *
     * @param factors slowdowns to put in, above 1
     * @param deals how often the forks are dealt anew
     */
    LiveCalibration(Context context, OutputOptions output, List<Double> factors, int deals) {
        this.context = context;
        this.output = output;
        this.factors = List.copyOf(factors);
        this.deals = deals;
    }

    int run(Request request, TwoSidedMeasuring.Asked asked) throws DeclarationException {
        Terminal terminal = output.terminal(context);
        try (Sides sides = Sides.same(asked.file(), context)) {
            Plan head = sides.head().project().plan(sides.head().declared(), request);
            TwoSidedPlan plan = TwoSidedPlan.of(head, head, Map.of(), false);
            if (!asked.quiet()) {
                terminal.say(
                        "the same code twice, " + Numbers.count(head.cases().size(), "case") + ": "
                                + plan.mostForks() + " forks, about " + Numbers.duration(plan.mostSeconds()) + ", seed "
                                + plan.seed() + "\n");
            }
            TwoSidedMeasuring.Result result =
                    new TwoSidedMeasuring(context, asked, sides, plan, terminal).measure((base, ofHead) -> Set.of());
            return shown(terminal, sides, plan, result);
        } finally {
            Interruption.written();
        }
    }

    private int shown(Terminal terminal, Sides sides, TwoSidedPlan plan, TwoSidedMeasuring.Result result) {
        List<String> notes = new ArrayList<>(result.notes());
        List<TwoSides> cases = cases(result, notes);
        if (cases.isEmpty() || result.cutShort()) {
            notes.forEach(note -> terminal.say("note: " + note + "\n"));
            terminal.say("clnrm-bench: the measurement did not finish, so nothing is known of the rule\n");
            return ExitStatus.COULD_NOT_MEASURE;
        }
        Live.How how = how(sides, plan);
        Calibration calibration = new Live(cases, how, deals, plan.seed()).judge(factors);
        CalibrationReport.Measured measured = new CalibrationReport.Measured(
                result.cost().seconds(),
                result.cost().baseForks() + result.cost().headForks(),
                plan.rounds(),
                how.comparing().level(),
                notes);
        terminal.print(
                output.format.format == Format.JSON
                        ? CalibrationReport.json(calibration, measured)
                        : CalibrationReport.text(calibration, measured));
        return ExitStatus.WITHIN_BUDGET;
    }

    /** As a check of this project judges: its tolerances, its level, its looks. */
    private static Live.How how(Sides sides, TwoSidedPlan plan) {
        Expectations expected = Expectations.of(
                sides.head().declared(), Promises.of(sides.head().declared(), plan.head(), false));
        int least = plan.cases().stream()
                .mapToInt(one -> one.head().effort().forks().min())
                .max()
                .orElse(Defaults.PRIOR_FORKS);
        int first = Math.max(Defaults.PRIOR_FORKS, least);
        return new Live.How(
                new Comparing(expected.confidence(), 1 - expected.confidence(), Set.of()),
                Spending.each(first, Math.max(first, plan.rounds())),
                new Stopping(one -> {
                    double value = one.base().value().orElse(Double.NaN);
                    return expected.rules().of(one.name(), one.metric(), value).limitsAt(value);
                }));
    }

    /** The cases that can be looked at; of the others it is said why not. */
    private static List<TwoSides> cases(TwoSidedMeasuring.Result result, List<String> notes) {
        Map<CaseName, CaseSamples> base = samples(result.base());
        List<TwoSides> cases = new ArrayList<>();
        samples(result.head()).forEach((name, head) -> {
            Optional<CaseSamples> other = Optional.ofNullable(base.get(name));
            if (other.map(CaseSamples::finished).map(List::size).orElse(0) < Defaults.PRIOR_FORKS
                    || head.finished().size() < Defaults.PRIOR_FORKS) {
                notes.add(name + " is left out: fewer than " + Defaults.PRIOR_FORKS + " forks of a side finished");
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
