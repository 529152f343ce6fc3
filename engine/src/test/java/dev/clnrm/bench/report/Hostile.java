package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Requirement;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.MemoryUse;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run in which an attacker wrote every text. */
final class Hostile {
    static final List<String> TEXTS = List.of(
            "\u001b[2J\u001b]0;owned\u0007",
            "a\r\nb\nc",
            "\u202egnp.exe",
            "| a | b |\\|",
            "``` `x` ```",
            "<script>alert(1)</script>",
            "<!-- clnrm-bench:default -->",
            "-->",
            "@everyone #1 GH-2 https://example.com",
            "=HYPERLINK(\"http://x\")",
            "+1-2",
            "@SUM(A1)",
            "\ud800 lone",
            "日本語の名前",
            "",
            " ",
            "::stop-commands::x",
            "##[error]x",
            "${7*7} <#assign x=1>",
            "x".repeat(10_000));

    private Hostile() {}

    static Report view() {
        Runs runs = new Runs();
        for (String text : TEXTS) {
            CaseName name = new CaseName("suite" + text, text, Map.of("p" + text, text));
            Place place = new Place("budgets" + text + ".yaml", 3, 1);
            runs.promise(name, Budget.NONE.withCategory(text).withLabel(text));
            runs.measure(name, Runs.about(1e-6, 0.01), Runs.about(10, 0.01), new Warning.NotSteady(1, 6));
            runs.limit(Runs.because(
                    Runs.reason(
                            Runs.at(
                                    Runs.limit(name, Metric.TIME, Status.INCONCLUSIVE, 1e-6, Runs.about(1e-6, 0.01), 1),
                                    place),
                            text,
                            Optional.of(9)),
                    text));
            runs.law(new LawVerdict(
                    new Law.Ratio("law" + text, text, text, 10, place),
                    Status.UNMEASURED,
                    Runs.missing(new Warning.NoForks()),
                    Requirement.atLeast(10),
                    List.of(name),
                    Optional.empty(),
                    Optional.of(text)));
            runs.fail(new FailedCase(
                    name, Optional.of(new Outcome.Failed(Outcome.Cause.THREW, text, List.of(text, text), text)), 1, 6));
        }
        String worst = String.join("", TEXTS.subList(0, 12));
        runs.facts = new RunFacts(
                Optional.empty(),
                new RunFacts.Named("", Optional.of(worst), Optional.of(worst)),
                Optional.of(Cost.of(1, 1, 1).keptIn(worst).using(Optional.of(memory(worst)))),
                0,
                List.of(),
                List.of(),
                List.of(worst, worst),
                ReachFacts.NONE,
                Optional.empty());
        return runs.view();
    }

    private static MemoryUse memory(String name) {
        return new MemoryUse(
                0.25,
                List.of(new MemoryUse.Peak(name, "head", 2048, Optional.of(1024L), 2)),
                List.of(
                        new MemoryUse.Point(0.25, 0, 2048, Optional.of(512L)),
                        new MemoryUse.Point(0.5, 0, 2048, Optional.of(1024L))));
    }
}
