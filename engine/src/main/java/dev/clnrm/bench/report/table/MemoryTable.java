package dev.clnrm.bench.report.table;

import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.MemoryUse;
import dev.clnrm.bench.stats.Metric;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The most memory that each case used, the largest first. */
final class MemoryTable {
    /** The most rows; the other cases are in JSON and in the page. */
    private static final int MOST = 25;

    private MemoryTable() {}

    static String render(MemoryUse memory, Style style) {
        Grid grid = new Grid(List.of(
                new Column("case", Align.LEFT),
                new Column("heap base", Align.AMOUNT),
                new Column("heap", Align.AMOUNT),
                new Column("resident base", Align.AMOUNT, true),
                new Column("resident", Align.AMOUNT)));
        grid.titles(Cell.of("peak memory, read every " + Amounts.limit(Metric.TIME, memory.interval()), Role.HEADING));
        Map<String, Map<String, MemoryUse.Peak>> cases = new LinkedHashMap<>();
        memory.peaks().forEach(peak -> cases.computeIfAbsent(peak.name(), name -> new LinkedHashMap<>())
                .put(peak.side(), peak));
        cases.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Map<String, MemoryUse.Peak>> one) ->
                                largest(one.getValue().values()))
                        .reversed())
                .limit(MOST)
                .forEach(one -> grid.row(cells(one.getKey(), one.getValue())));
        return grid.render(style)
                + (cases.size() > MOST
                        ? "… and " + (cases.size() - MOST) + " more cases: --format json shows all\n"
                        : "");
    }

    private static long largest(Collection<MemoryUse.Peak> sides) {
        return sides.stream()
                .mapToLong(peak -> peak.heap().orElse(peak.resident()))
                .max()
                .orElse(0);
    }

    private static List<Cell> cells(String name, Map<String, MemoryUse.Peak> sides) {
        Optional<MemoryUse.Peak> base = Optional.ofNullable(sides.get(JournalEntry.BASE));
        Optional<MemoryUse.Peak> head = Optional.ofNullable(sides.get(JournalEntry.HEAD));
        return List.of(
                Cell.name("  ", name, ""),
                cell(base, MemoryUse.Peak::heap),
                cell(head, MemoryUse.Peak::heap),
                cell(base, peak -> Optional.of(peak.resident())),
                cell(head, peak -> Optional.of(peak.resident())));
    }

    private static Cell cell(Optional<MemoryUse.Peak> side, Function<MemoryUse.Peak, Optional<Long>> bytes) {
        return Cell.of(side.flatMap(bytes)
                .map(many -> Amounts.amount(Metric.ALLOCATION, many.doubleValue()))
                .orElse(""));
    }
}
