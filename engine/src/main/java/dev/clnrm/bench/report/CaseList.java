package dev.clnrm.bench.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.Grid.Align;
import dev.clnrm.bench.report.Grid.Cell;
import dev.clnrm.bench.report.Grid.Column;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.stats.Metric;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The cases declared, as {@code clnrm-bench list} shows them. */
public final class CaseList {
    private CaseList() {}

    /** For people: a row for each case, by suite. */
    public static String table(List<DeclaredSuite> suites, Style style) {
        Grid grid = new Grid(List.of(
                new Column("case", Align.LEFT),
                new Column("mode", Align.LEFT),
                new Column("time/op at most", Align.AMOUNT),
                new Column("of", Align.LEFT),
                new Column("alloc/op at most", Align.AMOUNT),
                new Column("groups", Align.LEFT)));
        int cases = 0;
        for (DeclaredSuite suite : suites) {
            cases += suite.cases().size();
            grid.titles(Cell.name(suite.spec().name()).painted(Role.HEADING));
            suite.cases().forEach(declared -> row(grid, declared));
        }
        return grid.render(style)
                + (suites.isEmpty() ? "" : "\n")
                + Counts.count(cases, "case") + " in " + Counts.count(suites.size(), "suite") + "\n";
    }

    private static void row(Grid grid, DeclaredCase declared) {
        String name =
                declared.name().toString().substring(declared.name().suite().length() + 1);
        grid.row(List.of(
                Cell.name("  ", name, ""),
                Cell.of(mode(declared)),
                Cell.of(limit(Metric.TIME, declared.budget().time())),
                Cell.of(
                        declared.budget()
                                .time()
                                .flatMap(Limit::percentile)
                                .map(Percents::percentile)
                                .orElse(""),
                        Role.FAINT),
                Cell.of(limit(Metric.ALLOCATION, declared.budget().allocation())),
                Cell.of(Inert.sentence(String.join(", ", declared.benchmark().groups())))));
    }

    private static String limit(Metric metric, Optional<? extends Limit<?>> limit) {
        return limit.map(l -> Amounts.limit(metric, l.atMost().base())).orElse("");
    }

    private static String mode(DeclaredCase declared) {
        return declared.benchmark().mode().map(Mode::jmhName).orElse("");
    }

    /** For programs: a stable interface. */
    public static String json(List<DeclaredSuite> suites) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("format", JsonReport.FORMAT);
            json.writeArrayFieldStart("cases");
            for (DeclaredSuite suite : suites) {
                for (DeclaredCase declared : suite.cases()) {
                    declared(json, declared);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void declared(JsonGenerator json, DeclaredCase declared) throws IOException {
        json.writeStartObject();
        json.writeStringField("suite", declared.name().suite());
        JsonReport.name(json, declared.name());
        Json.string(json, "mode", declared.benchmark().mode().map(Mode::jmhName));
        Json.integer(json, "threads", declared.benchmark().threads());
        Json.strings(json, "groups", declared.benchmark().groups());
        Json.string(json, "label", declared.budget().label());
        Json.string(json, "category", declared.budget().category());
        limit(json, "time", declared.budget().time());
        limit(json, "allocation", declared.budget().allocation());
        Json.string(json, "because", declared.budget().because());
        Json.string(json, "owner", declared.budget().owner());
        json.writeStringField("declared", declared.benchmark().place().toLine());
        json.writeEndObject();
    }

    private static void limit(JsonGenerator json, String key, Optional<? extends Limit<?>> limit) throws IOException {
        if (limit.isEmpty()) {
            json.writeNullField(key);
            return;
        }
        json.writeObjectFieldStart(key);
        Json.number(json, "limit", Optional.of(limit.get().atMost().base()));
        Json.number(json, "critical_limit", limit.get().critical().map(c -> c.base()));
        Json.number(json, "percentile", limit.get().percentile());
        json.writeStringField("rule", limit.get().place().toLine());
        json.writeEndObject();
    }
}
