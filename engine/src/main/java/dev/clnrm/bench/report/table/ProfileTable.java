package dev.clnrm.bench.report.table;

import dev.clnrm.bench.profile.ProfileKind;
import dev.clnrm.bench.profile.ProfiledCase;
import dev.clnrm.bench.profile.Retention;
import dev.clnrm.bench.profile.Stacks;
import dev.clnrm.bench.report.GrowthText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Profiled cases for people: the most expensive methods of each case, and the paths of the flame graphs.
 *
 * @param most the most methods of each kind
 */
public record ProfileTable(Style style, int most) {
    /** The smallest share of a method that is shown; rarer methods are in the graphs. */
    private static final double LEAST = 0.01;

    /** All cases, with an empty line between two. */
    public String render(List<ProfiledCase> cases) {
        return cases.stream().map(this::block).collect(Collectors.joining("\n"));
    }

    private String block(ProfiledCase one) {
        if (one.failure().isPresent()) {
            return Inert.name(one.name()) + "  not profiled: "
                    + Inert.sentence(one.failure().get()) + "\n";
        }
        Grid grid = new Grid(List.of(
                new Column("method", Align.LEFT),
                new Column("share", Align.RIGHT),
                new Column("line", Align.LEFT),
                new Column("called by", Align.LEFT, true)));
        grid.titles(Cell.name(one.name()).painted(Role.HEADING));
        one.profile().kinds().forEach((kind, stacks) -> {
            if (kind == ProfileKind.WALL && !one.profile().waits()) {
                return; // it shows the same as the CPU samples
            }
            grid.heading(Cell.of("  " + kind.word() + ", " + kind.share(), Role.FAINT));
            stacks.hottest().stream()
                    .filter(hot -> hot.share() >= LEAST)
                    .limit(most)
                    .forEach(hot -> grid.row(cells(hot)));
        });
        if (one.profile().kinds().isEmpty()) {
            grid.heading(Cell.of("  no samples: the benchmark is too short, or it did not run while it was profiled"));
        }
        String held = one.profile()
                .held()
                .filter(Retention.Held::counts)
                .map(inputs ->
                        "  its inputs hold " + GrowthText.bytes((double) inputs.bytes()) + " of the heap at the end\n")
                .orElse("");
        String graphs = one.graphs().stream()
                .map(graph -> "  " + Inert.name(graph) + "\n")
                .collect(Collectors.joining());
        return grid.render(style) + held + graphs;
    }

    private static List<Cell> cells(Stacks.Hot hot) {
        return List.of(
                Cell.name("    ", hot.frame().name(), ""),
                Cell.of(Percents.percent(hot.share())),
                Cell.of(Inert.name(hot.frame().place())),
                Cell.of(hot.caller().map(GrowthText::method).map(Inert::name).orElse("")));
    }
}
