package dev.clnrm.bench.runs;

import dev.clnrm.bench.stats.CaseForks;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.ForkSummary;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.judge.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is kept of a run beside its samples, so that a history of many is read at once. */
public final class Summing {
    private static final Summaries SUMMARIES = new Summaries(Summing::made);

    private Summing() {}

    /**
     * A finished run in few numbers; empty where it did not finish.
     *
     * @throws FileException if it cannot be read
     */
    public static Optional<RunSummary> of(Path folder) {
        return SUMMARIES.of(folder);
    }

    /** Leaves the summary of a run that has just ended in its folder; whoever reads it later makes it where that fails. */
    public static void keep(Path folder) {
        try {
            SUMMARIES.of(folder);
        } catch (FileException e) {
            return;
        }
    }

    private static RunSummary made(Path folder) {
        KeptRun run = KeptRun.read(folder);
        Optional<String> commit = CheckedOut.commit(run.info());
        return new RunSummary(
                run.info().id(),
                run.info().started(),
                commit,
                commit.isPresent() && CheckedOut.changed(run.info()),
                run.head(JournalEntry.HEAD).cases().stream().map(Summing::summed).toList());
    }

    private static CaseSummary summed(Measured measured) {
        CaseSamples samples = measured.samples();
        List<JournalEntry> finished = samples.finished();
        List<Optional<Double>> bytes =
                finished.stream().map(fork -> bytes(samples, fork)).toList();
        return new CaseSummary(
                CaseKey.of(samples),
                measured.conditions(),
                Values.of(finished.stream()
                        .mapToDouble(fork -> ForkSummary.of(fork).mean())),
                CaseForks.of(samples).within(),
                bytes.stream().allMatch(Optional::isPresent)
                        ? Values.of(bytes.stream().mapToDouble(Optional::orElseThrow))
                        : Values.NONE,
                samples.forks().size() - finished.size());
    }

    /** The estimate of a case that had this fork alone. */
    private static Optional<Double> bytes(CaseSamples samples, JournalEntry fork) {
        return ForkLevel.allocation(
                        new CaseSamples(samples.name(), samples.side(), samples.mode(), List.of(fork)),
                        Settings.CONFIDENCE)
                .value();
    }
}
