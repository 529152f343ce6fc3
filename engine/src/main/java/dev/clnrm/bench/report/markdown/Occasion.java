package dev.clnrm.bench.report.markdown;

import java.util.List;

/**
 * What a text for GitHub is written for.
 *
 * @param key tells this check's comment from those of other checks on one pull request; stands in the hidden first line
 * @param links where a reader can go
 * @param budgetsFile the file whose budgets were changed, as people write it
 * @param budgetChanges what was changed of the budgets by what is judged, one clause each; empty for nothing
 */
public record Occasion(String key, Links links, String budgetsFile, List<String> budgetChanges) {
    /** The key of a project with one check. */
    public static final String KEY = "default";

    private static final int LONGEST_KEY = 100;

    public Occasion {
        budgetChanges = List.copyOf(budgetChanges);
    }

    /** A check whose budgets nobody changed. */
    public static Occasion of(Links links) {
        return new Occasion(KEY, links, "budgets.yaml", List.of());
    }

    /** The same for another check. */
    public Occasion withKey(String another) {
        return new Occasion(another, links, budgetsFile, budgetChanges);
    }

    /** The same if what is judged changed the budgets. */
    public Occasion withBudgets(String file, List<String> changes) {
        return new Occasion(key, links, file, changes);
    }

    /** The hidden line by which a comment is found again: {@code <!-- clnrm-bench:default -->}. */
    public String marker() {
        String inert = key.replaceAll("[^A-Za-z0-9._/]+", "-");
        return "<!-- clnrm-bench:" + inert.substring(0, Math.min(LONGEST_KEY, inert.length())) + " -->";
    }
}
