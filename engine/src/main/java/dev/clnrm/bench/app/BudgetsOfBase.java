package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetChanges;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The file of budgets as it was before what is judged, and after.
 *
 * @param path the file, relative to the repository
 * @param base what judges; empty if the base has none
 * @param head what is only shown where it differs; empty if it is not known
 */
record BudgetsOfBase(String path, Optional<String> base, Optional<String> head) {
    /** The file to judge by. */
    BudgetsFile judging() throws DeclarationException {
        return base.isPresent() ? read(base.get()) : BudgetsFile.empty(path);
    }

    /** What the head changed of it, one clause each. */
    List<String> changes() throws DeclarationException {
        if (head.isEmpty() || head.equals(base)) {
            return List.of();
        }
        BudgetsFile after;
        try {
            after = read(head.get());
        } catch (DeclarationException e) {
            return List.of("it cannot be read any more");
        }
        return BudgetChanges.between(judging(), after);
    }

    /** What else a reader should know. */
    List<String> notes() {
        return base.isEmpty() && head.isPresent()
                ? List.of("the base has no " + path + ", so the head's file was not used for judging")
                : List.of();
    }

    private BudgetsFile read(String text) throws DeclarationException {
        return BudgetsReader.read(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
