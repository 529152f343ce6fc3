package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetChanges;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The budgets file before and after the change that is judged.
 *
 * @param path the path of the file in the repository
 * @param base the base's text, by which results are judged; empty if the base has no such file
 * @param head the head's text; of a stranger's only the changes are shown; empty if it is unknown
 */
record BudgetsOfBase(String path, Optional<String> base, Optional<String> head) {
    /** The file by which results are judged. */
    BudgetsFile judging() throws DeclarationException {
        return base.isPresent() ? read(base.get()) : BudgetsFile.empty(path);
    }

    /** The same on a day. If the head changes the file, a waiver of the base that has expired is ignored: only the head can extend or remove it. */
    BudgetsFile judging(LocalDate today) throws DeclarationException {
        return head.equals(base) ? judging() : judging().waivingOn(today);
    }

    /** The head's file, for what a change may set itself: waivers, laws, and the budgets of new cases. */
    Optional<BudgetsFile> ofHead() throws DeclarationException {
        return head.isPresent() ? Optional.of(read(head.get())) : Optional.empty();
    }

    /** The changes that the head makes to the file, one clause each. */
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

    /** Further notes for the reader. */
    List<String> notes() {
        return base.isEmpty() && head.isPresent()
                ? List.of("the base has no " + path + ", so the head's file was not used for judging")
                : List.of();
    }

    private BudgetsFile read(String text) throws DeclarationException {
        return BudgetsReader.read(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
