package dev.clnrm.bench.report;

/**
 * A comparison for GitHub: the comment a pull request gets.
 *
 * @param templates what renders it
 */
public record CompareMarkdown(Templates templates) implements CompareReport {
    @Override
    public String render(CompareView view) {
        return templates.comment(view, Links.NONE);
    }
}
