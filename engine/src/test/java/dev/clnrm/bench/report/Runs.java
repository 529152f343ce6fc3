package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.BudgetVerdict.DeclaredLimit;
import dev.clnrm.bench.judge.Census;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Requirement;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.MemoryUse;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Precision;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs written by hand, so that the output does not depend on the judgement. */
final class Runs {
    static final RunFacts FACTS = facts(42, 0, List.of());

    final List<Measurement> measurements = new ArrayList<>();
    final List<BudgetVerdict> budgets = new ArrayList<>();
    final List<LawVerdict> laws = new ArrayList<>();
    final List<FailedCase> failed = new ArrayList<>();
    final Map<CaseName, Budget> promised = new LinkedHashMap<>();
    RunFacts facts = FACTS;
    Strictness strictness = Strictness.USUAL;
    /** The secondary results of the next case. */
    Secondaries secondary = Secondaries.NONE;

    private static RunFacts facts(int forks, int resumed, List<String> notes) {
        return new RunFacts(
                Optional.empty(),
                new RunFacts.Named(
                        "", Optional.of("AMD EPYC 7763, 2 cores, 8 GiB, Linux 6.1"), Optional.of("Temurin 17.0.15+6")),
                Optional.of(Cost.of(42, 58.4, forks).keptIn(".clnrm-bench/runs/2026-07-27T13-54-19")),
                resumed,
                List.of(),
                List.of(),
                notes,
                ReachFacts.NONE,
                Optional.empty());
    }

    /** The same with the memory that its processes used. */
    Runs using(MemoryUse memory) {
        facts = new RunFacts(
                facts.base(),
                facts.head(),
                facts.cost().map(cost -> cost.using(Optional.of(memory))),
                facts.resumed(),
                facts.command(),
                facts.only(),
                facts.notes(),
                ReachFacts.NONE,
                Optional.empty());
        return this;
    }

    static CaseName name(String suite, String benchmark, String... params) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < params.length; i += 2) {
            map.put(params[i], params[i + 1]);
        }
        return new CaseName(suite, benchmark, map);
    }

    static Place line(int line) {
        return new Place("budgets.yaml", line, 5);
    }

    /** An interval whose ends are {@code share} away from the estimate, on the log scale. */
    static Estimate about(double value, double share, Warning... warnings) {
        Interval interval = new Interval(value / (1 + share), value, value * (1 + share), 0.95);
        return new Estimate.Bounded(interval, 6, List.of(warnings));
    }

    static Estimate missing(Warning warning) {
        return new Estimate.Missing(0, List.of(warning));
    }

    Runs promise(CaseName name, Budget budget) {
        promised.put(name, budget);
        return this;
    }

    Runs measure(CaseName name, Estimate time, Estimate allocation, Warning... warnings) {
        return measure(name, time, allocation, 6, 0, warnings);
    }

    Runs measure(CaseName name, Estimate time, Estimate allocation, int forks, int failures, Warning... warnings) {
        promised.putIfAbsent(name, Budget.NONE);
        List<Warning> all = new ArrayList<>(List.of(warnings));
        all.addAll(time.warnings());
        measurements.add(new Measurement(
                name,
                new Measurement.MeasuredForks(Mode.AVERAGE, 1, forks, failures),
                time,
                time,
                allocation,
                Optional.of(new Precision(0.012, 7.5, 0.034)),
                all.isEmpty(),
                secondary,
                all));
        return this;
    }

    Runs limit(BudgetVerdict verdict) {
        promised.putIfAbsent(verdict.name(), Budget.NONE);
        budgets.add(verdict);
        return this;
    }

    Runs law(LawVerdict verdict) {
        laws.add(verdict);
        return this;
    }

    Runs fail(FailedCase one) {
        promised.putIfAbsent(one.name(), Budget.NONE);
        failed.add(one);
        return this;
    }

    Report view() {
        int judged = (int) (budgets.stream()
                        .filter(b -> b.status() != Status.UNMEASURED)
                        .count()
                + laws.stream().filter(l -> l.status() != Status.UNMEASURED).count());
        int measured = (int)
                measurements.stream().filter(m -> m.time().value().isPresent()).count();
        Census census = new Census(measured, promised.size(), judged, budgets.size() + laws.size());
        HeadJudgement judgement = new HeadJudgement(
                measurements,
                budgets,
                laws,
                failed,
                census,
                Rules.none().with(strictness),
                RunSamples.End.COMPLETE,
                List.of());
        return new Report(judgement, Optional.empty(), promised, facts, List.of());
    }

    /** A limit of a mean. */
    static BudgetVerdict limit(CaseName name, Metric metric, Status status, double limit, Estimate measured, int line) {
        return new BudgetVerdict(
                name,
                new DeclaredLimit(metric, Optional.empty(), limit, Optional.empty(), line(line), Optional.empty()),
                status,
                false,
                measured,
                measured.value().map(value -> (limit - value) / limit),
                Optional.empty(),
                Optional.empty());
    }

    private static BudgetVerdict with(BudgetVerdict b, DeclaredLimit declared, boolean critical) {
        return new BudgetVerdict(
                b.name(), declared, b.status(), critical, b.measured(), b.headroom(), b.forksToDecide(), b.reason());
    }

    static BudgetVerdict critical(BudgetVerdict b, double limit, boolean proven) {
        return with(
                b,
                new DeclaredLimit(b.metric(), b.percentile(), b.limit(), Optional.of(limit), b.rule(), b.because()),
                proven);
    }

    static BudgetVerdict percentile(BudgetVerdict b, double percentile) {
        return with(
                b,
                new DeclaredLimit(
                        b.metric(), Optional.of(percentile), b.limit(), b.criticalLimit(), b.rule(), b.because()),
                b.critical());
    }

    static BudgetVerdict reason(BudgetVerdict b, String reason, Optional<Integer> forks) {
        return new BudgetVerdict(
                b.name(),
                b.declared(),
                b.status(),
                b.critical(),
                b.measured(),
                b.headroom(),
                forks,
                Optional.of(reason));
    }

    static BudgetVerdict because(BudgetVerdict b, String because) {
        return with(
                b,
                new DeclaredLimit(
                        b.metric(), b.percentile(), b.limit(), b.criticalLimit(), b.rule(), Optional.of(because)),
                b.critical());
    }

    static BudgetVerdict at(BudgetVerdict b, Place rule) {
        return with(
                b,
                new DeclaredLimit(b.metric(), b.percentile(), b.limit(), b.criticalLimit(), rule, b.because()),
                b.critical());
    }

    static Budget category(String category, String label) {
        return Budget.NONE.withCategory(category).withLabel(label);
    }

    /** One example of everything: each status, two limits on one case, a percentile, laws, failures, warnings. */
    static Runs everything() {
        CaseName creation = name("cleanroom", "cleanroom_creation");
        CaseName registration = name("cleanroom", "service_registration");
        CaseName first = name("cleanroom", "container_reuse/first_creation");
        CaseName reuse = name("cleanroom", "container_reuse/reuse_existing");
        CaseName lifecycle = name("cleanroom", "service_lifecycle/start_and_stop_service");
        CaseName tasks1 = name("cleanroom", "concurrent_operations", "tasks", "1");
        CaseName tasks50 = name("cleanroom", "concurrent_operations", "tasks", "50");
        CaseName single = name("scenario", "single_step_scenario");
        CaseName steps10 = name("scenario", "multi_step_scenario", "steps", "10");
        CaseName steps50 = name("scenario", "multi_step_scenario", "steps", "50");
        CaseName policy = name("scenario", "scenario_with_policy", "level", "high");
        CaseName startup = name("ai_intelligence", "ai_service_startup");
        CaseName batch = name("ai_intelligence", "batch_test_creation", "count", "1000");
        CaseName memory = name("ai_intelligence", "memory_allocation", "objects", "10000", "kind", "usage");

        Runs runs = new Runs();
        runs.promise(creation, category("Core", "Cleanroom Creation"))
                .promise(registration, category("Core", "Service Registration"))
                .promise(first, category("Core", "Container First Create"))
                .promise(reuse, category("Core", "Container Reuse"))
                .promise(lifecycle, Budget.NONE)
                .promise(tasks1, category("Concurrency", "One task"))
                .promise(tasks50, category("Concurrency", "Fifty tasks"));

        Estimate ofCreation = about(612.4e-6, 0.024);
        runs.measure(creation, ofCreation, about(48_231, 0.0004))
                .limit(because(
                        critical(limit(creation, Metric.TIME, Status.FAIL, 200e-6, ofCreation, 6), 500e-6, true),
                        "every test starts with it"));
        Estimate ofRegistration = about(47.89e-6, 0.011);
        runs.measure(registration, ofRegistration, about(3_910, 0.0002))
                .limit(critical(
                        limit(registration, Metric.TIME, Status.PASS, 100e-6, ofRegistration, 7), 300e-6, false));
        Estimate ofFirst = about(92.11e-6, 0.006);
        runs.measure(first, ofFirst, about(1_572_864, 0.001))
                .limit(limit(first, Metric.TIME, Status.PASS, 150e-6, ofFirst, 8));
        Estimate ofReuse = about(1.453e-6, 0.008);
        Estimate p99 = about(4.61e-6, 0.071, new Warning.ThinTail(99, 640));
        runs.measure(reuse, ofReuse, about(416.003, 0.0001))
                .limit(critical(limit(reuse, Metric.TIME, Status.PASS, 5e-6, ofReuse, 11), 20e-6, false))
                .limit(reason(
                        percentile(limit(reuse, Metric.TIME, Status.INCONCLUSIVE, 4.8e-6, p99, 12), 99),
                        "the interval includes the budget",
                        Optional.of(24)))
                .limit(because(
                        limit(reuse, Metric.ALLOCATION, Status.WARNING, 432, about(416.003, 0.0001), 13),
                        "every test after the first pays it"));
        runs.measure(lifecycle, about(7.7e-9, 0.0041), about(0, 0));
        Estimate ofTasks = about(44.2e-6, 0.31, new Warning.NotSteady(2, 6));
        runs.measure(tasks1, ofTasks, about(5_120, 0.01), new Warning.StillTrending(4, 6));
        runs.measure(tasks50, about(574e-6, 0.052, new Warning.NotSteady(6, 6)), about(262_144, 0.01));

        Estimate ofSingle = about(0.29e-9, 0.02);
        runs.measure(single, ofSingle, about(0.12, 0.01))
                .limit(limit(single, Metric.TIME, Status.PASS, 500e-6, ofSingle, 20));
        Estimate ofTen = about(2.452e-3, 0.012);
        runs.measure(steps10, ofTen, about(98_304, 0.01))
                .limit(limit(steps10, Metric.TIME, Status.PASS, 3e-3, ofTen, 22));
        Estimate onePoint = new Estimate.Point(0.01224, 1, List.of(new Warning.OneFork()));
        runs.measure(steps50, onePoint, new Estimate.Point(491_520, 1, List.of(new Warning.OneFork())), 1, 0)
                .limit(reason(
                        limit(steps50, Metric.TIME, Status.INCONCLUSIVE, 15e-3, onePoint, 23),
                        "one fork: not proven",
                        Optional.empty()));
        Estimate ofPolicy = about(1.1, 0.03);
        runs.measure(policy, ofPolicy, missing(new Warning.NotMeasured()));

        Outcome.Failed threw = new Outcome.Failed(
                Outcome.Cause.OUT_OF_MEMORY,
                "java.lang.OutOfMemoryError: Java heap space",
                List.of(
                        "# Warmup Iteration   1:",
                        "java.lang.OutOfMemoryError: Java heap space",
                        "\tat dev.clnrm.cleanroom.ai.Store.grow(Store.java:88)",
                        "\tat dev.clnrm.benches.AiSuite.startup(AiSuite.java:41)"),
                "java -Xmx64m -cp benches.jar org.openjdk.jmh.runner.ForkedMain startup");
        Estimate ofStartup = about(3.21e-3, 0.2, new Warning.ForksFailed(2, 6));
        runs.measure(startup, ofStartup, about(81_920, 0.1), 4, 2)
                .limit(reason(
                        limit(startup, Metric.TIME, Status.UNMEASURED, 5e-3, ofStartup, 31),
                        "2 of 6 forks failed: java.lang.OutOfMemoryError: Java heap space",
                        Optional.empty()))
                .fail(new FailedCase(startup, Optional.of(threw), 2, 6));
        Estimate none = missing(new Warning.NoForks());
        runs.limit(reason(
                        limit(batch, Metric.TIME, Status.UNMEASURED, 1e-3, none, 32),
                        "it was not run",
                        Optional.empty()))
                .fail(new FailedCase(batch, Optional.empty(), 0, 0));
        runs.measure(memory, about(12.5e-3, 0.018), about(2_400_000, 0.0001))
                .limit(reason(
                        percentile(
                                limit(
                                        memory,
                                        Metric.TIME,
                                        Status.UNMEASURED,
                                        20e-3,
                                        missing(new Warning.NoHistogram()),
                                        34),
                                99.9),
                        "a percentile needs the mode `sample`, which keeps single times",
                        Optional.empty()));

        Interval ratio = new Interval(57.1, 60.5, 64.1, 0.95);
        runs.law(new LawVerdict(
                new Law.Ratio("container reuse pays", first.toString(), reuse.toString(), 10, line(41)),
                Status.PASS,
                new Estimate.Bounded(ratio, 6, List.of()),
                Requirement.atLeast(10),
                List.of(first, reuse),
                Optional.empty(),
                Optional.empty()));
        runs.law(new LawVerdict(
                new Law.Exponent("steps scale linearly", "scenario/multi_step_scenario", "steps", 0.95, 1.05, line(42)),
                Status.INCONCLUSIVE,
                new Estimate.Bounded(new Interval(0.981, 1.02, 1.059, 0.95), 6, List.of(new Warning.OffTheLine(0.14))),
                new Requirement(0.95, 1.05),
                List.of(single, steps10, steps50),
                Optional.of(13),
                Optional.of("the interval includes the limit")));
        runs.law(new LawVerdict(
                new Law.Efficiency("concurrency pays", "cleanroom/concurrent_operations", "tasks", 50, 3, line(43)),
                Status.PASS,
                new Estimate.Bounded(new Interval(3.61, 3.85, 4.11, 0.95), 6, List.of()),
                Requirement.atLeast(3),
                List.of(tasks1, tasks50),
                Optional.empty(),
                Optional.empty()));
        runs.law(new LawVerdict(
                new Law.Overhead("a high policy costs little", policy.toString(), single.toString(), 0.2, line(44)),
                Status.FAIL,
                new Estimate.Bounded(new Interval(0.214, 0.256, 0.299, 0.95), 6, List.of()),
                Requirement.atMost(0.2),
                List.of(policy, single),
                Optional.empty(),
                Optional.empty()));
        runs.facts = facts(70, 9, List.of("the processor's governor is `powersave`"));
        return runs;
    }

    /** This many cases, each within its budget. */
    static Runs many(int count) {
        Runs runs = new Runs();
        for (int i = 0; i < count; i++) {
            CaseName name = name("suite" + i % 4, "benchmark_" + i, "size", String.valueOf(i));
            runs.measure(name, about(1e-9 * Math.pow(1.02, i), 0.01), about(i * 8, 0.001))
                    .limit(limit(name, Metric.TIME, Status.PASS, 2e-9 * Math.pow(1.02, i), about(1e-9, 0.01), i + 1));
        }
        return runs;
    }

    /** This many cases in which every fork failed. */
    static Runs allFailed(int count) {
        Runs runs = new Runs();
        for (int i = 0; i < count; i++) {
            CaseName name = name("suite", "benchmark_" + i);
            runs.measure(name, missing(new Warning.NoForks()), missing(new Warning.NoForks()), 0, 3)
                    .limit(reason(
                            limit(name, Metric.TIME, Status.UNMEASURED, 1e-3, missing(new Warning.NoForks()), i + 1),
                            "it failed: java.lang.IllegalStateException",
                            Optional.empty()))
                    .fail(new FailedCase(
                            name,
                            Optional.of(new Outcome.Failed(
                                    Outcome.Cause.THREW,
                                    "java.lang.IllegalStateException",
                                    List.of(),
                                    "java -jar benchmarks.jar benchmark_" + i)),
                            3,
                            3));
        }
        return runs;
    }
}
