package dev.clnrm.bench.report.markdown;

import java.util.List;

/**
 * The context of a text for GitHub.
 *
 * @param key distinguishes the comment of this check from those of other checks on one pull request; it is in the hidden first
 *     line
 * @param links the links for the reader
 * @param budgetsFile the file whose budgets were changed, as people write it
 * @param budgetChanges the changes of the budgets in the judged revision, one clause each; empty if there are none
 */
public record Occasion(String key, Links links, String budgetsFile, List<String> budgetChanges) {
    /** The key of a project with one check. */
    public static final String KEY = "default";

    private static final int LONGEST_KEY = 100;

    public Occasion {
        budgetChanges = List.copyOf(budgetChanges);
    }

    /** The context of a check without changes of budgets. */
    public static Occasion of(Links links) {
        return new Occasion(KEY, links, "budgets.yaml", List.of());
    }

    /** The hidden line that identifies our comment: {@code <!-- clnrm-bench:default -->}. */
    public String marker() {
        String inert = key.replaceAll("[^A-Za-z0-9._/]+", "-");
        return "<!-- clnrm-bench:" + inert.substring(0, Math.min(LONGEST_KEY, inert.length())) + " -->";
    }
}
