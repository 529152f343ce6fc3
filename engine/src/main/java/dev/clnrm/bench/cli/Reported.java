package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.Filters;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a page is made of: one side or two, and the run the head comes from.
 *
 * @param base what is compared against; absent if there is nothing
 * @param head what was measured
 * @param run what the head's run says of itself; absent for a result file of JMH
 * @param together the run in which both sides took turns; absent if they come from two
 * @param folder where that run is kept
 */
record Reported(
        Optional<Side> base,
        Side head,
        Optional<RunManifest> run,
        Optional<StoredRun> together,
        Optional<Path> folder) {
    /** Reads one word, whose run may hold two sides, or two words. */
    static Reported read(Sources sources, List<String> words) {
        String last = words.get(words.size() - 1);
        Optional<Path> folder = sources.folder(last);
        if (words.size() == 2) {
            Pair pair = sources.both(words.get(0), words.get(1));
            Optional<RunManifest> run = folder.map(one -> BadFile.unless(() -> RunFolder.read(one)));
            return new Reported(Optional.of(pair.base()), pair.head(), run, Optional.empty(), folder);
        }
        if (folder.isEmpty()) {
            Side head = BadFile.unless(() -> sources.read(last));
            return new Reported(Optional.empty(), head, Optional.empty(), Optional.empty(), folder);
        }
        StoredRun kept = BadFile.unless(() -> StoredRun.read(folder.get()));
        Optional<Pair> sides = kept.sides();
        return new Reported(
                sides.map(Pair::base),
                sides.map(Pair::head).orElseGet(() -> kept.head(last)),
                Optional.of(kept.manifest()),
                sides.map(both -> kept),
                folder);
    }

    /** These cases alone. */
    Reported only(List<String> filters) {
        return filters.isEmpty()
                ? this
                : new Reported(base.map(side -> only(side, filters)), only(head, filters), run, together, folder);
    }

    private static Side only(Side side, List<String> filters) {
        return side.only(name -> Filters.any(filters, name));
    }

    /** Both sides' cases. */
    Set<CaseName> known() {
        Set<CaseName> names = new LinkedHashSet<>();
        base.ifPresent(side -> side.samples().forEach(one -> names.add(one.name())));
        head.samples().forEach(one -> names.add(one.name()));
        return names;
    }
}
