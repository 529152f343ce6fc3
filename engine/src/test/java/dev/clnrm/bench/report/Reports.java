package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import java.util.Map;
import java.util.Optional;

/** Two comparisons of one case. */
public final class Reports {
    /** The case that regressed, with a name that Slack would take for a command. */
    public static final String SLOWER = "demo/<!here>";

    private static final CaseName NAME = new CaseName("demo", "<!here>", Map.of());

    private Reports() {}

    /** The case is slower. */
    public static Report regressed() {
        Comparisons all = new Comparisons();
        all.add(
                Comparisons.time(NAME, Mode.AVERAGE, 1e-6, 1.5, 0.01, new Evidence(0.001, 0.001, ForkStatistic.FLOOR)),
                Finding.REGRESSED,
                Optional.of(Severity.ALERT),
                Optional.empty(),
                true);
        return all.view();
    }

    /** The case is as fast as before. */
    public static Report ok() {
        Comparisons all = new Comparisons();
        all.add(
                Comparisons.time(NAME, Mode.AVERAGE, 1e-6, 1.0, 0.01, new Evidence(0.9, 1, ForkStatistic.FLOOR)),
                Finding.OK,
                Optional.empty(),
                Optional.empty(),
                true);
        return all.view();
    }
}
