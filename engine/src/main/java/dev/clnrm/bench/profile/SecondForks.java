package dev.clnrm.bench.profile;

import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.profile.JitFindings.Inlining;
import dev.clnrm.bench.profile.ProfiledForks.NotProfiled;
import dev.clnrm.bench.profile.Retention.Held;
import dev.clnrm.bench.samples.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A second fork per side of one case, shorter than the profiled one and without a profiler. JIT inlining differs a little between
 * forks of the same code, and the memory of inputs at two times shows whether it grows. So both forks of a side are examined.
 */
public final class SecondForks implements AutoCloseable {
    private final ProfiledForks forks;
    private final List<Path> base = new ArrayList<>();
    private final List<Path> head = new ArrayList<>();
    private Optional<Held> ofBase = Optional.empty();
    private Optional<Held> ofHead = Optional.empty();

    public SecondForks(ProfiledForks forks) {
        this.forks = forks;
    }

    /** The same case, with a fork that also logs compilations. */
    public PlannedCase logging(PlannedCase planned, String side) {
        List<Path> logs = side.equals(JournalEntry.BASE) ? base : head;
        Path log = forks.session().scratch().resolve("compiler-" + side + "-" + logs.size() + ".log");
        logs.add(log);
        return CompilerLog.writing(planned, log);
    }

    public void run(PlannedCase onBase, PlannedCase onHead) throws NotProfiled, InterruptedException {
        ofBase = forks.warmUp(logging(onBase, JournalEntry.BASE), JournalEntry.BASE);
        ofHead = forks.warmUp(logging(onHead, JournalEntry.HEAD), JournalEntry.HEAD);
    }

    /** The calls that all forks of one side inline, and that all forks of the other side make but do not inline. */
    public List<Inlining> inlining() throws NotProfiled {
        return CompilerLog.differences(read(base), read(head));
    }

    /**
     * The memory that inputs hold, from these and the profiled forks; empty if unknown, or close to zero.
     *
     * @param before the profile of the base
     * @param after the profile of the head
     */
    public Optional<Retention> retention(Profile before, Profile after) {
        return ofBase.isEmpty()
                        || ofHead.isEmpty()
                        || before.held().isEmpty()
                        || after.held().isEmpty()
                ? Optional.empty()
                : Retention.of(
                        ofBase.get(),
                        before.held().get(),
                        ofHead.get(),
                        after.held().get());
    }

    private static List<CompilerLog> read(List<Path> files) throws NotProfiled {
        List<CompilerLog> logs = new ArrayList<>();
        for (Path file : files) {
            try {
                logs.add(CompilerLog.read(file));
            } catch (IOException e) {
                throw new NotProfiled(
                        Files.exists(file)
                                ? "the log of its compiler cannot be read: " + e.getMessage()
                                : "its JVM wrote no log of its compiler");
            }
        }
        return logs;
    }

    /** Deletes the logs, because each has some megabytes. */
    @Override
    public void close() throws IOException {
        for (Path log : base) {
            Files.deleteIfExists(log);
        }
        for (Path log : head) {
            Files.deleteIfExists(log);
        }
    }
}
