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
 * The result of measuring a run.
 *
 * @param run the run with all its forks, finished and failed
 * @param kept the number of forks that were already finished when it was resumed
 * @param seconds how long measuring took
 * @param folder the folder of the run, relative to the working folder if it is inside
 * @param notes notes for the user, one clause each
 * @param hooks the commands to run after the judgement
 */
record MeasuredRun(StoredRun run, int kept, double seconds, Path folder, List<String> notes, HookCommands hooks) {
    MeasuredRun {
        notes = List.copyOf(notes);
    }

    /** The same with a further note. */
    MeasuredRun noting(String note) {
        List<String> all = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new MeasuredRun(run, kept, seconds, folder, all, hooks);
    }

    /** Passes the result on to hooks, a webhook and e-mail recipients. */
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

    Cost cost(RunSamples shown) {
        return run.cost(shown).took(seconds).keptIn(folder.toString());
    }
}
