package dev.clnrm.bench.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command that measures: a comparison with the merge base where there is something to compare with, else a run by itself. */
final class Command {
    private Command() {}

    /**
     * Its words.
     *
     * @param base the commit that is compared against
     * @param out the folder of the run
     */
    static List<String> words(Optional<String> base, Event event, Inputs inputs, String out) {
        List<String> words = new ArrayList<>();
        if (base.isPresent()) {
            words.addAll(List.of("check", "--base", base.get(), "--head", event.commit()));
            // A comment on an earlier state of the pull request must be answered, so something is always measured.
            words.addAll(List.of("--unchanged-code", "control"));
            inputs.failOn().ifPresent(choice -> words.addAll(List.of("--fail-on", choice.word())));
        } else {
            words.add("run");
        }
        words.addAll(List.of("--file", inputs.budgets(), "--out", out));
        words.addAll(inputs.words());
        return words;
    }
}
