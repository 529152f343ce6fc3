package dev.clnrm.bench.cli;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.store.RunFolder;
import dev.clnrm.bench.store.RunInfo;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a page is made of: one side or two, and the run the head comes from.
 *
 * @param base what is compared against; absent where there is nothing
 * @param head what was measured
 * @param run what the head's run says of itself; absent for a result file of JMH
 * @param folder where that run is kept
 */
record Reported(Optional<Side> base, Side head, Optional<RunInfo> run, Optional<Path> folder) {
    /** The length people cut a commit to. */
    private static final int SHORT_COMMIT = 7;

    /** Reads one word, whose run may hold two sides, or two words. */
    static Reported read(Sources sources, List<String> words) {
        String last = words.get(words.size() - 1);
        Optional<Path> folder = sources.folder(last);
        Optional<RunInfo> run = folder.map(one -> BadFile.unless(() -> RunFolder.read(one)));
        if (words.size() == 2) {
            Pair pair = Pair.read(sources, words.get(0), words.get(1));
            return new Reported(Optional.of(pair.base()), pair.head(), run, folder);
        }
        if (folder.isEmpty() || run.isEmpty()) {
            return new Reported(Optional.empty(), BadFile.unless(() -> sources.read(last)), run, folder);
        }
        Side base = BadFile.unless(() -> Sources.ofRun(label(run.get(), "base"), folder.get(), "base"));
        boolean alone = base.cases().isEmpty();
        String label = alone ? last : label(run.get(), ForkRecord.HEAD);
        Side head = BadFile.unless(() -> Sources.ofRun(label, folder.get(), ForkRecord.HEAD));
        return new Reported(alone ? Optional.empty() : Optional.of(base), head, run, folder);
    }

    /** What a run calls a side: {@code main (3f2c1ab)}. */
    private static String label(RunInfo run, String side) {
        if (run.sections().get("sides") instanceof Map<?, ?> sides && sides.get(side) instanceof Map<?, ?> one) {
            String name = one.get("label") instanceof String label ? label : side;
            String dirty = Boolean.TRUE.equals(one.get("dirty")) ? " with changes" : "";
            return one.get("commit") instanceof String commit && commit.length() > SHORT_COMMIT
                    ? name + " (" + commit.substring(0, SHORT_COMMIT) + dirty + ")"
                    : name + dirty;
        }
        return side;
    }

    /** These cases alone. */
    Reported only(List<String> filters) {
        return filters.isEmpty()
                ? this
                : new Reported(base.map(side -> only(side, filters)), only(head, filters), run, folder);
    }

    private static Side only(Side side, List<String> filters) {
        return new Side(
                side.label(),
                side.job(),
                side.cases().stream()
                        .filter(one -> Filters.any(filters, one.samples().name()))
                        .toList());
    }

    /** Both sides' cases. */
    Set<CaseName> known() {
        Set<CaseName> names = new LinkedHashSet<>();
        base.ifPresent(side -> samples(side).forEach(one -> names.add(one.name())));
        samples(head).forEach(one -> names.add(one.name()));
        return names;
    }

    static List<CaseSamples> samples(Side side) {
        return side.cases().stream().map(Measured::samples).toList();
    }
}
