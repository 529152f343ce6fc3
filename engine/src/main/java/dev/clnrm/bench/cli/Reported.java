package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.config.CaseFilter;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a page is made of: one side or two, and the run the head comes from.
 *
 * @param samples the sides
 * @param run what the head's run says of itself; absent for a result file of JMH
 * @param together the run that has all these samples; absent for a result file, and if the sides come from two runs
 * @param folder where that run is kept
 */
record Reported(RunSamples samples, Optional<RunManifest> run, Optional<StoredRun> together, Optional<Path> folder) {
    /** Reads one word, whose run may hold two sides, or two words. */
    static Reported read(Sources sources, List<String> words) {
        String last = words.get(words.size() - 1);
        Optional<Path> folder = sources.folder(last);
        if (words.size() == 2) {
            Pair pair = sources.both(words.get(0), words.get(1));
            Optional<RunManifest> run = folder.map(one -> BadFile.unless(() -> RunFolder.read(one)));
            DeclaredRules code = run.map(RunManifest::rules).orElse(DeclaredRules.NONE);
            return new Reported(RunSamples.of(pair.base(), pair.head(), code), run, Optional.empty(), folder);
        }
        if (folder.isEmpty()) {
            Side head = BadFile.unless(() -> sources.read(last));
            return new Reported(RunSamples.of(head, DeclaredRules.NONE), Optional.empty(), Optional.empty(), folder);
        }
        StoredRun kept = BadFile.unless(() -> StoredRun.read(folder.get()));
        return new Reported(kept.toJudge(), Optional.of(kept.manifest()), Optional.of(kept), folder);
    }

    /** These cases alone; all if there is no filter. */
    Reported only(List<String> filters) {
        return filters.isEmpty()
                ? this
                : new Reported(samples.only(name -> CaseFilter.any(filters, name)), run, together, folder);
    }
}
