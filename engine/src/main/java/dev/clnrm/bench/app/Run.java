package dev.clnrm.bench.app;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlanDigest;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.report.CommandText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.runs.BaselineNames;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.PlatformNames;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.store.RunStore;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * Measures a project and checks it against its budgets and laws.
 *
 * @param asked the request for the run
 * @param archives whether forks start from class-data archives
 * @param strictness how strictly results are judged
 * @param saveAs the name under which the run is saved as a baseline
 * @param baseline the name of the baseline to compare with
 */
public record Run(
        Asked asked, boolean archives, Strictness strictness, Optional<String> saveAs, Optional<String> baseline) {
    /**
     * The report of a run and, if it was compared with a baseline, the report of the changes.
     *
     * @param view the report of the run alone
     * @param since the report of the changes since the baseline
     */
    public record Outcome(Report view, Optional<Report> since) {}

    /** Measures and judges; {@code report} shows the outcome and gives the exit status. */
    public int run(ToIntFunction<Outcome> report) throws DeclarationException {
        try (Project project = Project.open(asked)) {
            Declarations declared = project.declare();
            Plan plan = EarlierPace.of(project.plan(declared, asked.request()), Project.runs(asked.file()));
            List<CaseName> planned = plan.names();
            Rules rules = Rules.of(
                            declared.file(),
                            DeclaredRules.of(declared, plan),
                            planned,
                            planned,
                            LocalDate.now(ZoneOffset.UTC))
                    .with(strictness);
            longer(plan, rules).ifPresent(asked::say);
            MeasuredRun measured = saved(measure(project, declared, plan, rules));
            Report view = measured.told(view(measured, rules), asked.environment());
            return report.applyAsInt(new Outcome(view, since(measured, rules)));
        }
    }

    /** How long the run may take if the first forks do not decide its budgets and laws. */
    private Optional<String> longer(Plan plan, Rules rules) {
        boolean promises = !rules.laws().isEmpty()
                || rules.budgets().values().stream().anyMatch(budget -> !budget.equals(Budget.NONE));
        if (!promises || plan.mostForks() == plan.forks()) {
            return Optional.empty();
        }
        double most = asked.request().depth() == Request.Depth.QUICK
                ? new MoreForks(Map.of(), List.of(), Defaults.QUICK_SECONDS).until(plan.likelySeconds())
                : plan.mostSeconds();
        return Optional.of("at most about " + Counts.duration(Math.min(most, plan.mostSeconds()))
                + ", if budgets or laws are inconclusive\n");
    }

    private static Report view(MeasuredRun measured, Rules rules) {
        RunSamples run = measured.run().toJudge();
        RunFacts facts = RunFacts.of(run, Optional.of(measured.cost(run)), List.of(), measured.notes());
        return Report.of(Judge.judge(run, rules, Trust.MEASURED_HERE), List.of(), facts.resumed(measured.kept()));
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
                        DeclaredRules.of(declared, plan)),
                declared.file().hooks());
    }

    private MeasuredRun measure(Project project, Declarations declared, Plan plan, Rules rules) {
        try (OngoingRun run = open(project, declared, plan)) {
            declared.warnings().forEach(warning -> run.notes().add(warning.clause()));
            int most = plan.jvms(0).stream().mapToInt(List::size).max().orElse(1);
            if (most > 1) {
                run.notes()
                        .add("up to " + most
                                + " cases shared a JVM, in an order shuffled for each; --own-jvms gives each its own");
            }
            run.measure(
                    project.scratch(),
                    archives,
                    this::repeat,
                    samples -> undecided(
                            Judge.judge(samples, rules, Trust.MEASURED_HERE).head()));
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
     * Finds what more forks might decide: budgets and laws that seem broken, because the first look never decides that, and inconclusive
     * ones. For the inconclusive ones a quick run does not take longer than announced.
     */
    private MoreForks undecided(HeadJudgement judgement) {
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

    private static Set<CaseName> cases(HeadJudgement judgement, Set<Status> statuses) {
        Stream<CaseName> budgets = judgement.budgets().stream()
                .filter(budget -> statuses.contains(budget.status()))
                .map(BudgetVerdict::name);
        Stream<CaseName> laws = judgement.laws().stream()
                .filter(law -> statuses.contains(law.status()))
                .map(LawVerdict::cases)
                .flatMap(List::stream);
        return Stream.concat(budgets, laws).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Saves the run as the requested baseline. If this fails, a note says so, because the verdict does not depend on it. */
    private MeasuredRun saved(MeasuredRun measured) {
        try {
            saveAs.ifPresent(name -> save(name, measured));
            return measured;
        } catch (FileException e) {
            String name = saveAs.orElseThrow();
            return measured.noting(
                    "the baseline `" + name + "` is not saved in " + sources().store() + ": "
                            + Keeping.clause(e) + "; to save another run: `clnrm-bench run --save-baseline " + name
                            + asked.keeping()
                                    .store()
                                    .map(store -> " --store " + CommandText.quoted(store.toString()))
                                    .orElse("")
                            + "`");
        }
    }

    /** Saves the run as a baseline if it is complete. An incomplete run is no basis for a comparison. */
    private void save(String baseline, MeasuredRun measured) {
        String name = "the baseline `" + baseline + "`";
        OwnFolder.made(asked.file());
        RunManifest manifest = measured.run().manifest();
        RunStore store = sources().store();
        if (!store.save(List.of(BaselineNames.of(baseline, manifest), baseline), measured.folder())) {
            asked.terminal().say("clnrm-bench: warning: the run did not finish, so it is not saved as " + name + "\n");
            return;
        }
        boolean several = BaselineNames.platforms(baseline, store.baselines()) > 1;
        asked.say("saved as " + name + (several ? " on " + PlatformNames.whole(manifest) : "") + "\n");
    }

    private Sources sources() {
        Sources own = Sources.of(asked.file());
        return asked.keeping().store().map(own::with).orElse(own);
    }

    private Optional<Report> since(MeasuredRun measured, Rules rules) {
        return baseline.map(name -> {
            String folder = measured.folder().toString();
            Pair sides = sources().both(name, folder);
            DeclaredRules code = measured.run().rules();
            RunSamples run = RunSamples.of(sides.base(), sides.head(), code);
            RunSamples here = run.only(run.ofHead()::contains);
            return Report.of(
                    Judge.judge(here, rules, Trust.MEASURED_HERE),
                    List.of(),
                    RunFacts.of(
                            here, Optional.empty(), List.of("clnrm-bench", "compare", name, folder), measured.notes()));
        });
    }
}
