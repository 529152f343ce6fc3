package dev.clnrm.bench.app;

import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.Cost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run gave.
 *
 * @param run all forks, finished and failed, and what is known of them
 * @param kept how many were there already when it was resumed
 * @param seconds how long it took
 * @param folder where it is kept, from where this program was started if it is below
 * @param notes what people should know of it, one clause each
 * @param hooks what is run when it is judged
 */
record MeasuredRun(StoredRun run, int kept, double seconds, Path folder, List<String> notes, HookCommands hooks) {
    MeasuredRun {
        notes = List.copyOf(notes);
    }

    /** Says the result to those who want to know: hooks, a webhook, and people who get an e-mail. */
    Report told(Report report, Map<String, String> environment) {
        Report judged = hooks.after(report);
        Notice notice = new Notice(judged);
        return judged.noting(Stream.of(
                        hooks.hooks().webhook().flatMap(one -> new WebhookCall(one, environment, Retry.USUAL)
                                .tell(notice)),
                        hooks.hooks().email().flatMap(one -> new EmailDelivery(one, environment).tell(notice)))
                .flatMap(Optional::stream)
                .toList());
    }

    /** How these of its samples were measured. */
    Cost cost(RunSamples shown) {
        return run.cost(shown).took(seconds).keptIn(folder.toString());
    }
}
