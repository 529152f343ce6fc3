package dev.clnrm.bench.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run for a terminal: every case in a table, what needs attention as blocks, laws, failures, warnings, and the verdict last, where
 * the eye rests.
 *
 * @param style how it looks
 */
public record TableReport(Style style) implements Report {
    @Override
    public String render(RunView view) {
        return Stream.of(
                        CaseTable.render(view, style),
                        BudgetBlocks.render(view, style),
                        LawTable.render(view, style),
                        FailureBlocks.render(view, style),
                        WarningLines.render(view, style),
                        Summary.render(view, style))
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
