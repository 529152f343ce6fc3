package dev.clnrm.bench.report;

/**
 * A comparison for a terminal.
 *
 * @param style how it looks
 * @param promises whether the head's budgets and laws are shown; not if a table of the head alone has just shown them
 */
public record CompareTable(Style style, boolean promises) implements CompareReport {
    @Override
    public String render(CompareView view) {
        return new TableReport(style).render(view, promises);
    }
}
