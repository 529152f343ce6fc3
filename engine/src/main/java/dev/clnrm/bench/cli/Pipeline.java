package dev.clnrm.bench.cli;

import dev.clnrm.bench.declare.DeclarationException;
import dev.clnrm.bench.declare.Declarations;
import dev.clnrm.bench.declare.DeclaredCase;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.publish.Terminal;
import dev.clnrm.bench.render.Report;
import dev.clnrm.bench.render.RunView;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.verdict.Judgement;
import dev.clnrm.bench.verdict.Settings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole program on one screen: declare, plan, run, judge, show. */
final class Pipeline {
    private final Context context;
    private final RunCommand command;
    private final Optional<Path> resumed;

    /**
     * A run to be.
     *
     * @param command what was asked for
     * @param resumed the folder of the run to go on with
     */
    Pipeline(Context context, RunCommand command, Optional<Path> resumed) {
        this.context = context;
        this.command = command;
        this.resumed = resumed;
    }

    int run() throws DeclarationException {
        try (Project project = Project.open(command.file.file, context.environment())) {
            Declarations declared = project.declare();
            Request request = command.options.request();
            Plan plan = project.plan(declared, request);
            Promises promises = Promises.of(declared, plan, command.output.failOnInconclusive);
            Terminal terminal = command.output.terminal(context);
            Measuring measuring = new Measuring(context, command, project, plan, resumed, terminal);
            Measuring.Result measured = measuring.measure(records -> promises.judge(records));
            Judgement judgement = promises.judge(measured.records());
            RunView view = new RunView(judgement, promises.budgets(), measured.facts());
            terminal.print(
                    Report.of(command.output.format.format, terminal.style()).render(view));
            Interruption.written();
            return measured.whole() ? judgement.exit() : Math.max(judgement.exit(), ExitStatus.COULD_NOT_MEASURE);
        }
    }

    /**
     * What the measured cases are held to.
     *
     * @param budgets of every planned case
     * @param laws all of whose cases are planned
     * @param settings how to judge
     */
    record Promises(Map<CaseName, Budget> budgets, List<Law> laws, Settings settings) {
        static Promises of(Declarations declared, Plan plan, boolean failOnUndecided) {
            Set<CaseName> planned = plan.cases().stream().map(PlannedCase::name).collect(Collectors.toSet());
            Map<CaseName, Budget> budgets = new LinkedHashMap<>();
            Map<CaseName, Double> confidence = new LinkedHashMap<>();
            declared.cases().filter(c -> planned.contains(c.name())).forEach(c -> {
                budgets.put(c.name(), c.budget());
                c.measure().confidence().ifPresent(level -> confidence.put(c.name(), level));
            });
            Set<CaseName> left = declared.cases()
                    .map(DeclaredCase::name)
                    .filter(name -> !planned.contains(name))
                    .collect(Collectors.toSet());
            List<Law> laws = declared.laws().stream()
                    .filter(law -> left.stream().noneMatch(name -> speaksOf(law, name)))
                    .toList();
            Settings settings =
                    Settings.DEFAULT.withConfidenceByCase(confidence).withFailOnUndecided(failOnUndecided);
            return new Promises(budgets, laws, settings);
        }

        Judgement judge(List<ForkRecord> records) {
            return Judgement.of(CaseSamples.ofSide(ForkRecord.HEAD, records), budgets, laws, settings);
        }

        private static boolean speaksOf(Law law, CaseName name) {
            if (law instanceof Law.Ratio ratio) {
                return List.of(ratio.slower(), ratio.faster()).contains(name.toString());
            }
            if (law instanceof Law.Overhead overhead) {
                return List.of(overhead.of(), overhead.over()).contains(name.toString());
            }
            if (law instanceof Law.Exponent exponent) {
                return exponent.benchmark().equals(name.qualified());
            }
            return law instanceof Law.Efficiency efficiency
                    && efficiency.benchmark().equals(name.qualified());
        }
    }
}
