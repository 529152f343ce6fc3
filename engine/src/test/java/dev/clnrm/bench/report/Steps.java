package dev.clnrm.bench.report;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Step;
import dev.clnrm.bench.report.markdown.StepsView;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.ChangePoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps to report. */
final class Steps {
    private static final Instant SINCE = Instant.parse("2026-02-07T12:00:00Z");

    private Steps() {}

    private static Step step(CaseName name, String host, PastRun since, double before, double after, double p) {
        Conditions conditions = new Conditions(
                Optional.of(host),
                Optional.of("17.0.15"),
                Optional.empty(),
                Optional.of(List.of("-Xmx1g")),
                Optional.of("compiler"));
        return new Step(
                new CaseKey(name, Mode.AVERAGE),
                Optional.empty(),
                new Platform(conditions),
                since,
                List.of(),
                7,
                new ChangePoint(7, before, after, p),
                7,
                1);
    }

    private static StepsView view(List<Step> steps) {
        return new StepsView(
                steps,
                Optional.of("https://github.com/clnrm/bench-action"),
                Optional.of("https://github.com/clnrm/bench-action/actions/runs/42"));
    }

    static StepsView some() {
        PastRun known =
                new PastRun("20260207-120000-3fa2c1", SINCE, Optional.of(Comments.HEAD), false, Optional.empty());
        PastRun silent = new PastRun(
                "20260131-120000-77ab01", SINCE.minusSeconds(604_800), Optional.empty(), false, Optional.empty());
        String amd = "AMD EPYC 7763, 2 processors, 7.8 GiB, Linux 6.1";
        return view(List.of(
                step(Runs.name("parsing", "parse", "size", "10"), amd, known, 2e-6, 1.5e-6, 0.00001),
                step(Runs.name("scenario", "multi_step_scenario", "steps", "10"), amd, known, 1e-3, 1.06e-3, 0.0004),
                step(Runs.name("cleanroom", "cleanroom_creation"), "Intel Xeon", silent, 1.2e-6, 1.5e-6, 0.00002)));
    }

    static StepsView many() {
        PastRun known =
                new PastRun("20260207-120000-3fa2c1", SINCE, Optional.of(Comments.HEAD), true, Optional.empty());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            steps.add(step(
                    Runs.name("scenario", "multi_step_scenario_" + i), "machine " + i, known, 1e-6, 1.1e-6, 0.0001));
        }
        return view(steps);
    }

    static StepsView hostile() {
        List<Step> steps = new ArrayList<>();
        for (String text : Hostile.TEXTS) {
            steps.add(step(
                    new CaseName("suite" + text, text, Map.of("p" + text, text)),
                    text,
                    new PastRun(
                            text,
                            SINCE,
                            text.isEmpty() ? Optional.empty() : Optional.of(text),
                            true,
                            Optional.of(text)),
                    1e-6,
                    2e-6,
                    0.0001));
        }
        return new StepsView(steps, Optional.of("javascript:alert(1)"), Optional.of("https://x)](https://evil"));
    }
}
