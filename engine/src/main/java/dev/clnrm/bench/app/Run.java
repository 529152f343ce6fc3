package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.config.Hooks;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Expectations;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Promises;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlanDigest;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures a project and holds it to its budgets and laws.
 *
 * @param asked what is measured, and how the run is kept
 * @param archives whether forks start from archives of their classes
 * @param strictness how strictly it is judged
 * @param saveAs the baseline it becomes
 * @param baseline the baseline it is compared with
 */
public record Run(
        Asked asked, boolean archives, Strictness strictness, Optional<String> saveAs, Optional<String> baseline) {
    /** A run and, if it was compared with a baseline, what changed since. */
    public record Outcome(Report view, Optional<Since> since) {}

    /**
     * What changed since a baseline.
     *
     * @param command the words that ask for this comparison
     */
    public record Since(Changes changes, ChangeJudgement judgement, List<String> command) {
        public Report view(List<String> notes) {
            return changes.view(judgement, command, notes);
        }
    }

    /**
     * Runs.
     *
     * @param report shows the outcome and gives the exit status
     */
    public int run(ToIntFunction<Outcome> report) throws DeclarationException {
        try (Project project = Project.open(asked.file(), asked.environment())) {
            Declarations declared = project.declare();
            Plan plan = project.plan(declared, asked.request());
            Promises promises = Promises.of(declared, plan, strictness.failOnInconclusive());
            OngoingRun.Result measured = measure(project, declared, plan, promises);
            Judgement judgement = promises.cutShort(measured.cutShort()).judge(measured.records());
            Report view = Report.of(judgement, promises.budgets(), facts(plan, measured));
            saveBaseline(measured);
            return report.applyAsInt(new Outcome(view, since(measured, view, Expectations.of(declared, promises))));
        }
    }

    private OngoingRun open(Project project, Declarations declared, Plan plan) {
        PlanDigest digest = PlanDigest.of(plan);
        return new OngoingRun(
                asked,
                plan,
                Map.of("cases", digest.cases(), "code", digest.code()),
                new OngoingRun.Described(
                        Optional.empty(),
                        new MeasuredCode(Map.of(), CheckedOut.at(project.directory(), asked.environment())),
                        PlannedCases.of(OngoingRun.facts(plan.cases())),
                        DeclaredRules.of(declared, plan)));
    }

    private OngoingRun.Result measure(Project project, Declarations declared, Plan plan, Promises promises) {
        try (OngoingRun run = open(project, declared, plan)) {
            Hooks hooks = declared.file().hooks();
            declared.warnings().forEach(warning -> run.notes().add(warning.clause()));
            HookCommands commands = new HookCommands(project.directory(), run.folder(), run.notes());
            commands.run("before-run", hooks.beforeRun(), Map.of());
            if (plan.shared()) {
                int most = plan.jvms(0).stream().mapToInt(List::size).max().orElse(1);
                run.notes()
                        .add("up to " + most
                                + " cases shared a JVM, in an order shuffled for each; --own-jvms gives each its own");
            }
            run.measure(project.scratch(), archives, this::repeat, records -> undecided(promises.judge(records)));
            plan.cases().stream()
                    .map(one -> one.name().suite())
                    .distinct()
                    .forEach(suite -> commands.run("after-suite", hooks.afterSuite(), Map.of("CLNRM_SUITE", suite)));
            commands.run("after-run", hooks.afterRun(), Map.of());
            return run.keep();
        }
    }

    private String repeat(CaseName name) {
        String file = asked.file().toString();
        Optional<String> java = asked.request().override().java();
        return CommandText.again(List.of(name), Optional.of(1))
                + (file.equals(Defaults.FILE) ? "" : " --file " + CommandText.quoted(file))
                + java.map(version -> " --java " + CommandText.quoted(version)).orElse("");
    }

    /**
     * What more forks might decide: what seems broken, because nothing is called broken at the first look, and what is inconclusive. For the
     * latter a quick run takes no longer than it says.
     */
    private MoreForks undecided(Judgement judgement) {
        if (asked.request().depth() != Request.Depth.QUICK) {
            return MoreForks.most(cases(judgement, EnumSet.of(Status.FAIL, Status.INCONCLUSIVE)));
        }
        Map<CaseName, Integer> broken = new LinkedHashMap<>();
        cases(judgement, EnumSet.of(Status.FAIL)).forEach(name -> broken.put(name, Defaults.QUICK_AGAIN));
        Stream<MoreForks.Open> budgets = judgement.budgets().stream()
                .filter(budget -> budget.status() == Status.INCONCLUSIVE)
                .map(budget -> open(List.of(budget.name()), budget.forksToDecide()));
        Stream<MoreForks.Open> laws = judgement.laws().stream()
                .filter(law -> law.status() == Status.INCONCLUSIVE)
                .map(law -> open(law.cases(), law.forksToDecide()));
        return new MoreForks(broken, Stream.concat(budgets, laws).toList(), Defaults.QUICK_SECONDS);
    }

    private static MoreForks.Open open(List<CaseName> cases, Optional<Integer> forks) {
        return new MoreForks.Open(cases, forks.orElse(Integer.MAX_VALUE));
    }

    private static Set<CaseName> cases(Judgement judgement, Set<Status> statuses) {
        Stream<CaseName> budgets = judgement.budgets().stream()
                .filter(budget -> statuses.contains(budget.status()))
                .map(BudgetVerdict::name);
        Stream<CaseName> laws = judgement.laws().stream()
                .filter(law -> statuses.contains(law.status()))
                .map(LawVerdict::cases)
                .flatMap(List::stream);
        return Stream.concat(budgets, laws).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static RunFacts facts(Plan plan, OngoingRun.Result measured) {
        return RunFacts.of(
                new RunFacts.Named(
                        "",
                        Optional.of(Fingerprint.ofThisMachine().words()),
                        Optional.of(String.join(" and ", jvms(plan)))),
                Cost.of(
                        plan.seed(),
                        measured.seconds(),
                        measured.records().size(),
                        Optional.of(measured.folder().toString())),
                measured.kept(),
                measured.notes());
    }

    private static List<String> jvms(Plan plan) {
        return plan.cases().stream()
                .map(one -> one.launch().jvm())
                .map(jvm -> (jvm.vendor() + " " + jvm.version()).strip())
                .distinct()
                .toList();
    }

    /** Keeps the run under the name asked for, if it is whole: part of a run is nothing to compare with. */
    private void saveBaseline(OngoingRun.Result measured) {
        if (saveAs.isEmpty()) {
            return;
        }
        String name = "the baseline `" + saveAs.get() + "`";
        if (measured.cutShort()) {
            asked.terminal().say("clnrm-bench: warning: the run was cut short, so it is not saved as " + name + "\n");
            return;
        }
        Project.baselines(asked.file()).save(saveAs.get(), measured.folder());
        asked.say("saved as " + name + "\n");
    }

    private Optional<Since> since(OngoingRun.Result measured, Report view, Expectations expected) {
        return baseline.map(name -> {
            String folder = measured.folder().toString();
            Pair sides = Sources.of(asked.file()).both(name, folder);
            Side base = sides.base().only(view.promised().keySet()::contains);
            Changes changes = new Changes(base, sides.head(), expected, strictness);
            return new Since(changes, changes.judge(view.promises()), List.of("clnrm-bench", "compare", name, folder));
        });
    }
}
