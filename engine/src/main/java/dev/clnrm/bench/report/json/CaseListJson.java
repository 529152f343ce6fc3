package dev.clnrm.bench.report.json;

import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.model.Limit;
import java.util.List;

/** The JSON that {@code clnrm-bench list} prints: the declared cases. A stable interface. */
public final class CaseListJson {
    private CaseListJson() {}

    /** The whole document, with a line feed at its end. */
    public static String render(List<DeclaredSuite> suites) {
        return JsonText.lines(new Fields()
                .with("format", JsonReport.FORMAT)
                .each("cases", suites.stream().flatMap(suite -> suite.cases().stream()), CaseListJson::of));
    }

    private static Fields of(DeclaredCase declared) {
        return new Fields()
                .with("suite", declared.name().suite())
                .and(JsonParts.name(declared.name()))
                .with("mode", declared.benchmark().mode())
                .with("threads", declared.benchmark().threads())
                .with("groups", declared.benchmark().groups())
                .with("label", declared.budget().label())
                .with("category", declared.budget().category())
                .with("time", declared.budget().time().map(CaseListJson::limit))
                .with("allocation", declared.budget().allocation().map(CaseListJson::limit))
                .with("because", declared.budget().because())
                .with("owner", declared.budget().owner())
                .with("declared", declared.benchmark().place());
    }

    private static Fields limit(Limit<?> limit) {
        return new Fields()
                .with("limit", limit.atMost().base())
                .with("critical_limit", limit.critical().map(critical -> critical.base()))
                .with("percentile", limit.percentile())
                .with("rule", limit.place());
    }
}
