package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeCensus;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeRule;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.judge.SomeRules;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Waived;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.profile.Frame;
import dev.clnrm.bench.profile.Growth;
import dev.clnrm.bench.profile.JitFindings;
import dev.clnrm.bench.profile.ProfileKind;
import dev.clnrm.bench.profile.Retention;
import dev.clnrm.bench.profile.SizeLimit;
import dev.clnrm.bench.reach.ChangedMember;
import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.reach.UnmeasuredSources;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Limits;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Precision;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.stats.Warning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comparisons written by hand, so that the output does not depend on the judgement. */
final class Comparisons {
    private static final ChangeRule RULE =
            new ChangeRule(0.03, 0.5e-9, 0.05, 0.15, 0.30, 0.50, Optional.of(Runs.line(6)));

    private static final Limits LIMITS = new Limits(0.03, 0.05);

    private static final ChangeVerdict.CaseRule HELD = new ChangeVerdict.CaseRule(RULE, LIMITS);

    private static final ChangeVerdict.CaseRule HELD_FOR_BYTES = new ChangeVerdict.CaseRule(
            new ChangeRule(0.03, 8, 0.05, 0.15, 0.30, 0.50, Optional.of(Runs.line(6))), LIMITS);

    final List<ChangeVerdict> verdicts = new ArrayList<>();
    final List<Caveat> caveats = new ArrayList<>();
    final Map<CaseKey, Secondaries> secondary = new LinkedHashMap<>();
    private final List<Explanation> explanations = new ArrayList<>();
    final Map<CaseName, Budget> promised = new LinkedHashMap<>();
    Runs head = new Runs();
    Strictness strictness = Strictness.USUAL;
    /** Failures on the base, or on both sides. */
    final List<CaseFailure> onBase = new ArrayList<>();

    RunFacts facts = new RunFacts(
            Optional.of(new RunFacts.Named(
                    "main", Optional.of("AMD EPYC 7763, 2 processors, 7.8 GiB, Linux 6.1"), Optional.of("17.0.15"))),
            new RunFacts.Named(
                    ".clnrm-bench/runs/20260727-135419-3fa2c1",
                    Optional.of("AMD EPYC 7763, 2 processors, 7.8 GiB, Linux 6.1"),
                    Optional.of("17.0.15")),
            Optional.empty(),
            0,
            List.of("clnrm-bench", "compare", "main", ".clnrm-bench/runs/20260727-135419-3fa2c1"),
            List.of(),
            List.of(),
            ReachFacts.NONE,
            Optional.empty());

    private static Interval about(double ratio, double share) {
        return new Interval(ratio / (1 + share), ratio, ratio * (1 + share), 0.95);
    }

    /** Both sides of a time, and the precision of their ratio. */
    static Comparison time(CaseName name, Mode mode, double base, double ratio, double share, Evidence slower) {
        return new Comparison(
                name,
                mode,
                Metric.TIME,
                Runs.about(base, share),
                Runs.about(base * ratio, share),
                Map.of(
                        ForkStatistic.MEAN, about(ratio, 1.5 * share),
                        ForkStatistic.FLOOR, about(ratio, share),
                        ForkStatistic.BODY, about(ratio, 1.2 * share)),
                Optional.of(slower),
                Optional.of(new Evidence(1 - slower.p(), 1, ForkStatistic.FLOOR)),
                Optional.of(new Precision(share / 3, 14.2, share * 1.3)),
                List.of());
    }

    Comparisons add(
            Comparison both, Finding finding, Optional<Severity> severity, Optional<Waived> waiver, boolean gated) {
        return add(both, finding, severity, waiver, gated, List.of(), Optional.empty(), List.of());
    }

    Comparisons add(
            Comparison both,
            Finding finding,
            Optional<Severity> severity,
            Optional<Waived> waiver,
            boolean gated,
            List<String> reasons,
            Optional<Integer> forks,
            List<Caveat> of) {
        verdicts.add(new ChangeVerdict(
                new CaseKey(both.name(), both.mode()),
                both.metric(),
                finding,
                severity.map(one -> new ChangeVerdict.Regression(one, waiver)),
                gated,
                new ChangeVerdict.Sides(
                        Optional.of(both.base()),
                        Optional.of(both.head()),
                        Optional.of(both),
                        Optional.of(
                                finding == Finding.REGRESSED && both.metric() == Metric.TIME
                                        ? shown(both)
                                        : both.usual())),
                both.metric() == Metric.TIME ? HELD : HELD_FOR_BYTES,
                forks,
                reasons,
                of));
        return this;
    }

    /** The statistic that proves a slowdown is also the one shown, except for the slowest tenth, for which the mean is shown. */
    private static ForkStatistic shown(Comparison both) {
        ForkStatistic look = both.slower().orElseThrow().look();
        return look == ForkStatistic.TAIL ? ForkStatistic.MEAN : look;
    }

    Comparisons oneSided(CaseName name, Finding finding, Estimate estimate) {
        boolean isNew = finding == Finding.NEW;
        verdicts.add(new ChangeVerdict(
                new CaseKey(name, Mode.AVERAGE),
                Metric.TIME,
                finding,
                Optional.empty(),
                false,
                new ChangeVerdict.Sides(
                        isNew ? Optional.empty() : Optional.of(estimate),
                        isNew ? Optional.of(estimate) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new ChangeVerdict.CaseRule(
                        new ChangeRule(0.03, 0.5e-9, 0.05, 0.15, 0.30, 0.50, Optional.empty()), LIMITS),
                Optional.empty(),
                List.of(),
                List.of()));
        return this;
    }

    /** A case of both sides without a measurement of the head. */
    Comparisons unmeasured(CaseName name, Estimate base, String why) {
        verdicts.add(new ChangeVerdict(
                new CaseKey(name, Mode.AVERAGE),
                Metric.TIME,
                Finding.INCONCLUSIVE,
                Optional.empty(),
                true,
                new ChangeVerdict.Sides(
                        Optional.of(base),
                        Optional.of(Runs.missing(new Warning.NoForks())),
                        Optional.empty(),
                        Optional.empty()),
                HELD,
                Optional.empty(),
                List.of(why),
                List.of()));
        return this;
    }

    /** One example of everything: each finding, each severity, each look, budgets and laws. */
    static Comparisons everything() {
        CaseName creation = Runs.name("cleanroom", "cleanroom_creation");
        CaseName reuse = Runs.name("cleanroom", "container_reuse/reuse_existing");
        CaseName start = Runs.name("cleanroom", "service_lifecycle/start_service");
        CaseName steps = Runs.name("scenario", "multi_step_scenario", "steps", "50");
        CaseName policy = Runs.name("scenario", "scenario_with_policy", "level", "high");
        Comparisons all = new Comparisons();
        all.promised.put(creation, Runs.category("Core", "Creation").withBecause("every test starts with it"));
        Evidence sure = new Evidence(0.00004, 0.0003, ForkStatistic.FLOOR);
        all.add(
                time(creation, Mode.AVERAGE, 1.718e-6, 1.314, 0.058, sure),
                Finding.REGRESSED,
                Optional.of(Severity.CRITICAL),
                Optional.empty(),
                true);
        all.add(
                time(reuse, Mode.AVERAGE, 5.2e-9, 1.06, 0.02, new Evidence(0.0002, 0.011, ForkStatistic.BODY)),
                Finding.REGRESSED,
                Optional.of(Severity.MINOR),
                Optional.empty(),
                false);
        all.add(allocation(reuse), Finding.REGRESSED, Optional.of(Severity.ALERT), Optional.empty(), true);
        all.add(
                time(policy, Mode.AVERAGE, 3.1e-6, 1.21, 0.03, new Evidence(0.00001, 0.0001, ForkStatistic.TAIL)),
                Finding.REGRESSED,
                Optional.of(Severity.WARNING),
                Optional.of(new Waived(LocalDate.of(2027, 3, 1), "audit records, see #41", Runs.line(31))),
                false);
        Evidence weak = new Evidence(0.31, 1, ForkStatistic.MEAN);
        all.add(
                time(steps, Mode.AVERAGE, 12.24e-3, 1.021, 0.064, weak),
                Finding.INCONCLUSIVE,
                Optional.empty(),
                Optional.empty(),
                true,
                List.of("the interval includes both 0 % and the margin of 5 %"),
                Optional.of(24),
                List.of());
        all.add(
                time(steps, Mode.THROUGHPUT, 12.2e-3, 0.71, 0.02, weak),
                Finding.IMPROVED,
                Optional.empty(),
                Optional.empty(),
                true);
        all.add(
                time(start, Mode.AVERAGE, 410e-9, 1.004, 0.009, weak),
                Finding.OK,
                Optional.empty(),
                Optional.empty(),
                true);
        all.oneSided(Runs.name("scenario", "gone"), Finding.MISSING, Runs.about(1e-6, 0.01));
        all.oneSided(Runs.name("scenario", "fresh"), Finding.NEW, Runs.about(2e-6, 0.01));
        all.caveats.add(new Caveat.HostUnknown());
        all.caveats.add(new Caveat.OtherTime());
        all.explanations.add(explanation(creation, ProfileKind.CPU, List.of(REGISTER), JIT));
        all.explanations.add(
                explanation(reuse, ProfileKind.CPU, List.of(), JitFindings.NONE.failing("its JVM wrote no log")));
        all.head = Runs.everything();
        return all;
    }

    private static final Growth REGISTER = new Growth(
            new Frame("clnrm.Registry", "register", 40),
            0.93,
            List.of(new Growth.Part("java.util.HashMap.resize", 0.62), new Growth.Part("java.lang.Long.valueOf", 0.1)));

    private static final JitFindings JIT = new JitFindings(
            List.of(
                    new JitFindings.Outgrown("clnrm.Registry.register", 310, 344, SizeLimit.FREQUENT, 325),
                    new JitFindings.Outgrown("clnrm.Registry.lookup", 35, 36, SizeLimit.INLINE, 35),
                    new JitFindings.Outgrown("clnrm.Registry.parse", 7_990, 8_100, SizeLimit.COMPILE, 8_000)),
            List.of(
                    new JitFindings.Inlining(
                            "clnrm.Registry.register", "clnrm.Cleanroom.<init>", true, "hot method too big"),
                    new JitFindings.Inlining("clnrm.Registry.lookup", "clnrm.Registry.find", false, "virtual call")),
            Optional.empty());

    private static Explanation explanation(CaseName name, ProfileKind kind, List<Growth> growth, JitFindings jit) {
        return new Explanation(
                name.toString(),
                kind,
                "async-profiler",
                growth,
                Optional.of(jit),
                Optional.of(new Retention(1_258_291, 50_331_648, Optional.empty(), Optional.of(96.0))),
                Optional.of("profiles/1/diff-cpu.html"),
                Optional.empty());
    }

    private static Comparison allocation(CaseName name) {
        return new Comparison(
                name,
                Mode.AVERAGE,
                Metric.ALLOCATION,
                Runs.about(0, 0),
                Runs.about(24, 0),
                Map.of(),
                Optional.of(new Evidence(0, 0, ForkStatistic.EXACT)),
                Optional.of(new Evidence(1, 1, ForkStatistic.EXACT)),
                Optional.empty(),
                List.of(new Warning.NoSpread()));
    }

    /** Secondary results: a group, single operations, and more than a screen of a profiler's results. */
    static Comparisons beside(int counters) {
        CaseName queue = Runs.name("queues", "offer_and_poll");
        CaseName latency = Runs.name("queues", "latency");
        Evidence weak = new Evidence(0.31, 1, ForkStatistic.MEAN);
        Comparisons all = new Comparisons();
        all.add(
                time(queue, Mode.THROUGHPUT, 1.1e-7, 1.004, 0.02, weak),
                Finding.OK,
                Optional.empty(),
                Optional.empty(),
                true);
        all.add(
                time(latency, Mode.SAMPLE, 2.1e-6, 1.011, 0.02, weak),
                Finding.OK,
                Optional.empty(),
                Optional.empty(),
                true);
        Estimate once = new Estimate.Point(17, 1, List.of(new Warning.OneFork()));
        List<Secondary> ofGroup = new ArrayList<>(List.of(
                counter("offer", "ops/us", Runs.about(4.31, 0.03), Runs.about(4.42, 0.03), false),
                counter("poll", "ops/us", Runs.about(4.79, 0.03), Runs.about(4.75, 0.03), false),
                new Secondary(
                        "gc.time",
                        "ms",
                        Secondary.Kind.DETAIL,
                        Optional.of(once),
                        Optional.of(once),
                        Optional.empty(),
                        false),
                new Secondary(
                        "retries",
                        "@team #1",
                        Secondary.Kind.RESULT,
                        Optional.empty(),
                        Optional.of(once),
                        Optional.empty(),
                        false)));
        for (int i = 0; i < counters; i++) {
            ofGroup.add(counter("event-" + i, "#/op", Runs.about(10 + i, 0.01), Runs.about(10 + i, 0.01), false));
        }
        all.secondary.put(
                new CaseKey(queue, Mode.THROUGHPUT), new Secondaries(Secondaries.Subject.SUM_OF_GROUP, ofGroup));
        all.secondary.put(
                new CaseKey(latency, Mode.SAMPLE),
                new Secondaries(
                        Secondaries.Subject.MEAN,
                        List.of(
                                percentile("p50", 1.9e-6, 1.002, false),
                                percentile("p90", 2.6e-6, 1.01, false),
                                percentile("p99", 8.1e-6, 1.012, true),
                                percentile("p99.9", 31e-6, 2.4, true))));
        return all;
    }

    private static Secondary counter(String name, String unit, Estimate base, Estimate head, boolean moved) {
        double ratio = head.value().orElseThrow() / base.value().orElseThrow();
        return new Secondary(
                name,
                unit,
                Secondary.Kind.RESULT,
                Optional.of(base),
                Optional.of(head),
                Optional.of(about(ratio, 0.04)),
                moved);
    }

    private static Secondary percentile(String name, double base, double ratio, boolean moved) {
        return new Secondary(
                name,
                Secondary.SECONDS,
                Secondary.Kind.PERCENTILE,
                Optional.of(Runs.about(base, 0.02)),
                Optional.of(Runs.about(base * ratio, 0.02)),
                Optional.of(about(ratio, moved ? 0.005 : 0.04)),
                moved);
    }

    /** Sides that cannot be compared. */
    static Comparisons unlike() {
        Caveat hosts = new Caveat.Unlike(
                new Conditions.Difference(Conditions.Aspect.HOST, "AMD EPYC 7763", "AMD EPYC 9V74"), false);
        Comparisons all = new Comparisons();
        for (int i = 0; i < 7; i++) {
            all.add(
                    time(
                            Runs.name("suite", "case_" + i),
                            Mode.AVERAGE,
                            1e-6,
                            1.5,
                            0.01,
                            new Evidence(0.01, 0.01, ForkStatistic.MEAN)),
                    Finding.INCOMPARABLE,
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    List.of("the hosts differ: AMD EPYC 7763 against AMD EPYC 9V74"),
                    Optional.empty(),
                    List.of(hosts));
        }
        all.caveats.add(hosts);
        return all;
    }

    /** Hostile benchmark names. */
    static Comparisons hostile() {
        Comparisons all = new Comparisons();
        for (String text : Hostile.TEXTS) {
            CaseName name = new CaseName("suite" + text, text, Map.of("p" + text, text));
            all.promised.put(name, Budget.NONE.withBecause(text));
            all.add(
                    time(name, Mode.AVERAGE, 1e-6, 1.5, 0.01, new Evidence(0.001, 0.001, ForkStatistic.MEAN)),
                    Finding.REGRESSED,
                    Optional.of(Severity.ALERT),
                    Optional.of(new Waived(LocalDate.of(2027, 3, 1), text, new Place("b" + text, 3, 1))),
                    false);
            Frame frame = new Frame(text, text, 1);
            all.explanations.add(explanation(
                    name,
                    ProfileKind.CPU,
                    List.of(new Growth(frame, 0.5, List.of(new Growth.Part(text, 0.4)))),
                    new JitFindings(
                            List.of(new JitFindings.Outgrown(text, 1, 400, SizeLimit.FREQUENT, 325)),
                            List.of(new JitFindings.Inlining(text, text, true, text)),
                            Optional.of(text))));
            all.oneSided(new CaseName("fresh" + text, text, Map.of()), Finding.NEW, Runs.about(1e-6, 0.01));
            all.secondary.put(
                    new CaseKey(name, Mode.AVERAGE),
                    new Secondaries(
                            Secondaries.Subject.MEAN,
                            List.of(counter(text, text, Runs.about(7, 0.01), Runs.about(9, 0.01), true))));
        }
        String worst = String.join("", Hostile.TEXTS.subList(0, 12));
        RunFacts.Named side = new RunFacts.Named(worst, Optional.of(worst), Optional.of(worst));
        all.facts = new RunFacts(
                        Optional.of(side),
                        side,
                        Optional.empty(),
                        0,
                        List.of("clnrm-bench", worst),
                        List.of(),
                        List.of(worst),
                        ReachFacts.NONE,
                        Optional.empty())
                .reaching(unreached(Hostile.TEXTS, true));
        all.caveats.add(new Caveat.Unlike(new Conditions.Difference(Conditions.Aspect.FLAGS, worst, worst), true));
        return all;
    }

    /** Changed methods with these names that no case reaches. */
    static ReachFacts unreached(List<String> names, boolean claimed) {
        List<ChangedMember> largest = names.stream()
                .map(name -> new ChangedMember(
                        ChangedMember.What.METHOD, ChangedMember.How.CHANGED, name, Optional.of(name), 7, 21))
                .toList();
        return new ReachFacts(
                Optional.of(new ReachSummary(
                        false,
                        names.size() + 3,
                        names.size(),
                        largest,
                        claimed ? Optional.of(new UnmeasuredSources(names.size(), names)) : Optional.empty())),
                List.of(),
                claimed);
    }

    Report view() {
        Report ofHead = head.view();
        int judged = (int) verdicts.stream()
                .filter(v -> v.metric() == Metric.TIME && v.judged())
                .count();
        int cases =
                (int) verdicts.stream().filter(v -> v.metric() == Metric.TIME).count();
        ChangeCensus census = new ChangeCensus(
                judged,
                cases,
                judged,
                ofHead.promises().census().judged(),
                ofHead.promises().census().promises());
        Rules rules = SomeRules.of((name, metric, base) -> RULE).with(strictness);
        List<CaseFailure> failures = new ArrayList<>(onBase);
        for (FailedCase failed : ofHead.promises().failed()) {
            if (failed.how().isPresent() && failed.failed() > 0) {
                failures.add(new CaseFailure(
                        failed.name(),
                        Optional.empty(),
                        Optional.of(new CaseFailure.OnSide(failed.how().get(), failed.failed(), failed.of()))));
            }
        }
        ChangeJudgement judgement = new ChangeJudgement(
                verdicts,
                ofHead.promises(),
                census,
                Optional.of(0.012),
                true,
                caveats,
                rules,
                failures,
                secondary,
                Optional.empty());
        return new Report(judgement.promises(), Optional.of(judgement), promised, facts, explanations);
    }
}
