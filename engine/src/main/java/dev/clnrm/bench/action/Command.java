package dev.clnrm.bench.action;

import dev.clnrm.bench.cli.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that measures: a comparison with the merge base where there is something to compare with, else a run by itself. */
final class Command {
    private static final String CHECK = "check";

    private Command() {}

    static List<String> words(Event event, Inputs inputs, String out, Measuring measuring)
            throws IOException, InterruptedException {
        Path file = Path.of(inputs.budgets());
        List<String> words = new ArrayList<>();
        if (event.base().isPresent() && Main.commands().contains(CHECK)) {
            words.add(CHECK);
            words.addAll(List.of("--base", base(event, event.base().get(), measuring), "--head", event.commit()));
            inputs.failOn().ifPresent(choice -> words.addAll(List.of("--fail-on", choice.word())));
        } else {
            words.add("run");
        }
        words.addAll(List.of("--file", file.toString(), "--out", out));
        words.addAll(inputs.words());
        return words;
    }

    private static String base(Event event, String branch, Measuring measuring)
            throws IOException, InterruptedException {
        return Step.git(measuring.workspace(), measuring.git(), "merge-base", branch, event.commit())
                .orElseThrow(() -> new Wrong(
                        "the commit both sides come from is not here: git merge-base " + branch + " " + event.commit()
                                + " found none",
                        "give actions/checkout `fetch-depth: 0` and `ref: ${{ github.event.pull_request.head.sha }}`"));
    }
}
