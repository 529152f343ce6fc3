package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Waived;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.markdown.Links;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Metric;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The comments that a pull request can get. */
final class Comments {
    static final String BASE = "3f2c1ab9d0e77c3f2c1ab9d0e77c3f2c1ab9d0e7";
    static final String HEAD = "9d0e77c3f2c1ab9d0e77c3f2c1ab9d0e77c3f2c1";
    static final Links LINKS = new Links(
            Optional.of("https://github.com/clnrm/bench-action/actions/runs/42#artifacts"),
            Optional.of("https://github.com/clnrm/bench-action/actions/runs/42"),
            Optional.of("https://github.com/clnrm/bench-action/commit/" + BASE),
            Optional.of("https://github.com/clnrm/bench-action/commit/" + HEAD));
    static final Occasion OCCASION = Occasion.of(LINKS);

    private static final Evidence SURE = new Evidence(0.00004, 0.0003, ForkStatistic.MEAN);
    private static final Evidence WEAK = new Evidence(0.31, 1, ForkStatistic.MEAN);

    private Comments() {}

    /** The comments by the names of their golden files. */
    static Map<String, Supplier<String>> all() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        Templates own = Templates.own();
        all.put("all-well", () -> own.comment(Platforms.of(unchanged(73).view()), OCCASION));
        all.put("one-alert", () -> own.comment(Platforms.of(oneAlert().view()), OCCASION));
        all.put("many-regressions", () -> own.comment(Platforms.of(many(200).view()), OCCASION));
        all.put("undecided", () -> own.comment(Platforms.of(inconclusive().view()), OCCASION));
        all.put(
                "not-comparable",
                () -> own.comment(Platforms.of(Comparisons.unlike().view()), OCCASION));
        all.put("everything-failed", () -> own.comment(Platforms.of(failed(73).view()), OCCASION));
        all.put("1000-cases", () -> own.comment(Platforms.of(big(1000).view()), OCCASION));
        all.put("budgets-changed", () -> own.comment(Platforms.of(unchanged(73).view()), changed()));
        all.put("waived", () -> own.comment(Platforms.of(waived().view()), OCCASION));
        all.put(
                "everything",
                () -> own.comment(
                        Platforms.of(
                                missing(interleaved(Comparisons.everything()).view())),
                        OCCASION));
        all.put("hostile", () -> own.comment(Platforms.of(hostile().view()), hostileOccasion()));
        all.put(
                "summary",
                () -> own.summary(
                        Platforms.of(interleaved(Comparisons.everything()).view()), OCCASION));
        all.put("summary-hostile", () -> own.summary(Platforms.of(hostile().view()), hostileOccasion()));
        all.put(
                "issue",
                () -> own.issue(
                        Platforms.of(interleaved(Comparisons.everything()).view()), OCCASION));
        all.put("issue-hostile", () -> own.issue(Platforms.of(hostile().view()), hostileOccasion()));
        all.put("platforms", () -> own.comment(platforms(), OCCASION));
        all.put("platforms-all-well", () -> own.comment(allWellOnEach(), OCCASION));
        all.put("platforms-refused", () -> own.comment(refused(), OCCASION));
        all.put("platforms-one-side", () -> own.issue(oneSideOnEach(), OCCASION));
        all.put("platforms-hostile", () -> own.comment(hostileOnEach(), hostileOccasion()));
        all.put("summary-platforms-hostile", () -> own.summary(hostileOnEach(), hostileOccasion()));
        all.put("steps", () -> own.steps(Steps.some(), true));
        all.put("steps-1000", () -> own.steps(Steps.many(), true));
        all.put("steps-hostile", () -> own.steps(Steps.hostile(), true));
        all.put("summary-steps", () -> own.steps(Steps.some(), false));
        return all;
    }

    private static Platforms.Platform on(String name, Report report) {
        return new Platforms.Platform(name, report);
    }

    private static Platforms.Platform on(String name, Comparisons all) {
        all.strictness = Strictness.USUAL.together(2);
        return on(name, all.view());
    }

    /** One case regressed on one of two platforms, and improved on the other. */
    static Platforms platforms() {
        Comparisons better = unchanged(68);
        for (String name : List.of("cleanroom_creation", "container_reuse/reuse_existing", "execute_test")) {
            boolean improved = name.equals("cleanroom_creation");
            better.add(
                    Comparisons.time(
                            Runs.name("cleanroom", name),
                            Mode.AVERAGE,
                            88e-6,
                            improved ? 0.91 : 1.002,
                            0.02,
                            improved ? SURE : WEAK),
                    improved ? Finding.IMPROVED : Finding.OK,
                    Optional.empty(),
                    Optional.empty(),
                    true);
        }
        return new Platforms(List.of(on("x86-64", better), on("arm64", oneAlert())), List.of());
    }

    static Platforms allWellOnEach() {
        return new Platforms(
                List.of(
                        on("JDK 17", unchanged(73).view()),
                        on("JDK 21", unchanged(73).view()),
                        on("JDK 25", unchanged(73).view())),
                List.of());
    }

    /** One platform is inconclusive, another failed, and the bundle of a third contradicts itself. */
    static Platforms refused() {
        return new Platforms(
                List.of(
                        on("Linux, JDK 17", inconclusive().view()),
                        on("macOS, JDK 17", failed(3).view())),
                List.of(new Platforms.Refused("windows", "holds a finished fork with a value that is not a time")));
    }

    /** Nothing to compare with, and a budget that is kept on one of two platforms. */
    static Platforms oneSideOnEach() {
        return new Platforms(
                List.of(on("x86-64", oneSide(193.7e-6, Status.PASS)), on("arm64", oneSide(261.2e-6, Status.FAIL))),
                List.of());
    }

    private static Report oneSide(double seconds, Status status) {
        CaseName creation = Runs.name("cleanroom", "cleanroom_creation");
        Runs runs = new Runs();
        runs.promise(creation, Runs.category("Core", "Creation"));
        runs.measure(creation, Runs.about(seconds, 0.03), Runs.about(4096, 0.001));
        runs.limit(Runs.limit(creation, Metric.TIME, status, 200e-6, Runs.about(seconds, 0.03), 6));
        return runs.view();
    }

    /** Three platforms and a bundle with hostile names. */
    static Platforms hostileOnEach() {
        String worst = String.join("", Hostile.TEXTS.subList(0, 12));
        return new Platforms(
                List.of(
                        on(worst, hostile().view()),
                        on(Hostile.TEXTS.get(3), hostile().view()),
                        on(Hostile.TEXTS.get(8), hostile().view())),
                List.of(new Platforms.Refused(worst, worst)));
    }

    /** Both sides took turns. */
    static Comparisons interleaved(Comparisons all) {
        Optional<String> host = all.facts.base().orElseThrow().host();
        RunFacts.Named base = new RunFacts.Named("main", host, Optional.of("17.0.15"));
        RunFacts.Named head = new RunFacts.Named("faster-reuse", host, Optional.of("17.0.15"));
        Cost cost = new Cost(
                575105,
                214,
                411,
                411,
                10,
                61,
                2,
                List.of("cleanroom/execute_test, fork 3 of the head: 12 % of the time was stolen by other machines"),
                Optional.of(".clnrm-bench/runs/20260727-135419-3fa2c1"),
                Optional.empty());
        all.facts = new RunFacts(
                Optional.of(base),
                head,
                Optional.of(cost),
                0,
                List.of("clnrm-bench", "check", "--base", "3f2c1ab"),
                List.of(),
                List.of(),
                ReachFacts.NONE,
                Optional.empty());
        all.caveats.clear();
        return all;
    }

    /** A report with changed code that no case reaches. */
    private static Report missing(Report report) {
        return report.with(report.facts()
                .reaching(
                        Comparisons.unreached(List.of("com.acme.Text.parse(String)", "com.acme.Text.join()"), false)));
    }

    private static CaseName name(int i) {
        return Runs.name("scenario", "multi_step_scenario_" + i / 10, "steps", String.valueOf(i % 10));
    }

    static Comparisons unchanged(int cases) {
        Comparisons all = interleaved(new Comparisons());
        for (int i = 0; i < cases; i++) {
            double ratio = 1 + (i % 7 - 3) * 0.001;
            all.add(
                    Comparisons.time(name(i), Mode.AVERAGE, 1e-7 * (i + 1), ratio, 0.012, WEAK),
                    Finding.OK,
                    Optional.empty(),
                    Optional.empty(),
                    true);
        }
        return all;
    }

    static Comparisons oneAlert() {
        Comparisons all = unchanged(68);
        CaseName creation = Runs.name("cleanroom", "cleanroom_creation");
        all.promised.put(creation, Runs.category("Core", "Creation").withBecause("every test starts with it"));
        all.add(
                Comparisons.time(creation, Mode.AVERAGE, 120e-6, 1.614, 0.058, SURE),
                Finding.REGRESSED,
                Optional.of(Severity.ALERT),
                Optional.empty(),
                true);
        for (String improved : List.of("container_reuse/reuse_existing", "execute_test")) {
            all.add(
                    Comparisons.time(Runs.name("cleanroom", improved), Mode.AVERAGE, 1.45e-6, 0.82, 0.02, SURE),
                    Finding.IMPROVED,
                    Optional.empty(),
                    Optional.empty(),
                    true);
        }
        for (int i = 0; i < 2; i++) {
            inconclusive(all, name(100 + i));
        }
        all.head.measure(creation, Runs.about(193.7e-6, 0.03), Runs.about(4096, 0.001));
        all.head.limit(Runs.critical(
                Runs.limit(creation, Metric.TIME, Status.WARNING, 200e-6, Runs.about(193.7e-6, 0.03), 6),
                500e-6,
                false));
        return all;
    }

    private static void inconclusive(Comparisons all, CaseName name) {
        all.add(
                Comparisons.time(name, Mode.AVERAGE, 12.24e-3, 1.021, 0.064, WEAK),
                Finding.INCONCLUSIVE,
                Optional.empty(),
                Optional.empty(),
                true,
                List.of("the interval holds both no change and the limit of 5 %"),
                Optional.of(24),
                List.of());
    }

    static Comparisons inconclusive() {
        Comparisons all = unchanged(60);
        for (int i = 0; i < 13; i++) {
            inconclusive(all, name(100 + i));
        }
        return all;
    }

    static Comparisons many(int cases) {
        Comparisons all = interleaved(new Comparisons());
        for (int i = 0; i < cases; i++) {
            all.add(
                    Comparisons.time(name(i), Mode.AVERAGE, 1e-6 * (i + 1), 1.1 + i % 60 * 0.01, 0.02, SURE),
                    Finding.REGRESSED,
                    Optional.of(i % 60 >= 40 ? Severity.ALERT : i % 60 >= 20 ? Severity.CRITICAL : Severity.MINOR),
                    Optional.empty(),
                    true);
        }
        return all;
    }

    /** One regression, one improvement, a few inconclusive cases, and very many unchanged ones. */
    static Comparisons big(int cases) {
        Comparisons all = unchanged(cases - 5);
        for (int i = 0; i < 3; i++) {
            inconclusive(all, name(20_000 + i));
        }
        all.add(
                Comparisons.time(Runs.name("cleanroom", "slow"), Mode.AVERAGE, 1e-6, 1.2, 0.02, SURE),
                Finding.REGRESSED,
                Optional.of(Severity.WARNING),
                Optional.empty(),
                true);
        return all.add(
                Comparisons.time(Runs.name("cleanroom", "fast"), Mode.AVERAGE, 1e-6, 0.8, 0.02, SURE),
                Finding.IMPROVED,
                Optional.empty(),
                Optional.empty(),
                true);
    }

    static Comparisons failed(int cases) {
        Comparisons all = interleaved(new Comparisons());
        for (int i = 0; i < cases; i++) {
            all.head.fail(new FailedCase(
                    name(i),
                    Optional.of(new Outcome.Failed(
                            Outcome.Cause.THREW,
                            "java.lang.NoClassDefFoundError: com/acme/Gone",
                            List.of(
                                    "java.lang.NoClassDefFoundError: com/acme/Gone",
                                    "\tat com.acme.Steps.run(Steps.java:9)"),
                            "java -cp target/classes:target/lib/* dev.clnrm.bench.fork.ForkMain")),
                    3,
                    3));
            all.unmeasured(name(i), Runs.about(1e-6, 0.01), "head: no fork finished");
        }
        return all;
    }

    static Occasion changed() {
        return new Occasion(
                Occasion.KEY,
                LINKS,
                "budgets.yaml",
                List.of(
                        "scenario/multi_step_scenario: time at most 2 ms was at most 1 ms",
                        "a waiver for cleanroom/* until 2027-03-01 is new"));
    }

    static Comparisons waived() {
        return unchanged(72)
                .add(
                        Comparisons.time(
                                Runs.name("scenario", "scenario_with_policy", "level", "high"),
                                Mode.AVERAGE,
                                3.1e-6,
                                1.21,
                                0.03,
                                SURE),
                        Finding.REGRESSED,
                        Optional.of(Severity.WARNING),
                        Optional.of(new Waived(LocalDate.of(2027, 3, 1), "audit records, see #41", Runs.line(31))),
                        false);
    }

    /** Hostile benchmark names on both sides and in the budgets of the head. */
    static Comparisons hostile() {
        Comparisons all = Comparisons.hostile();
        Hostile.view().promises().budgets().forEach(all.head::limit);
        Hostile.view().promises().laws().forEach(all.head::law);
        Hostile.view().promises().failed().forEach(all.head::fail);
        return all;
    }

    static Occasion hostileOccasion() {
        String worst = String.join("", Hostile.TEXTS.subList(0, 12));
        Optional<String> address = Optional.of("https://example.com/a) <script>alert(1)</script>");
        return new Occasion(worst, new Links(address, address, address, address), worst, Hostile.TEXTS);
    }
}
