package dev.clnrm.bench.app;

import dev.clnrm.bench.measure.RunListener;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.ForkSummary;
import dev.clnrm.bench.terminal.Progress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Shows the progress of a run's forks with {@link Progress}. */
final class Showing implements RunListener {
    private final Progress progress;
    private final boolean inTurns;
    private final Map<CaseName, PlannedCase> planned = new HashMap<>();
    private final Set<CaseName> beyond = new HashSet<>();

    /** @param inTurns whether two sides are measured, so that each fork needs the name of its side */
    Showing(Progress progress, boolean inTurns) {
        this.progress = progress;
        this.inTurns = inTurns;
    }

    @Override
    public void planned(List<PlannedCase> cases, int forks, double seconds, int kept) {
        cases.forEach(one -> planned.put(one.name(), one));
        double left = forks == 0 ? 0 : seconds * Math.max(0, forks - kept) / forks;
        progress.planned(cases.size(), forks, kept, left);
    }

    @Override
    public void forkStarted(CaseName name, int fork, int of) {
        if (fork >= of) {
            beyond.add(name);
        }
        progress.forkStarted(name, fork + 1, forksOf(name, of));
    }

    @Override
    public void processStarted(String side, long pid) {
        turn(side);
    }

    private void turn(String side) {
        if (inTurns) {
            progress.turn(side);
        }
    }

    @Override
    public void iterationEnded(CaseName name, boolean counts, double value) {
        PlannedCase one = planned.get(name);
        boolean rate = one != null && one.mode() == Mode.THROUGHPUT;
        progress.iteration(name, counts, rate ? 1 / value : value);
    }

    @Override
    public void forkEnded(JournalEntry result) {
        int of = forksOf(result.name(), result.fork() + 1);
        if (result.finished() && result.side().equals(JournalEntry.BASE)) {
            progress.forkEnded(result.name(), result.fork() + 1, Integer.MAX_VALUE, OptionalDouble.empty());
            return;
        }
        if (result.outcome() instanceof Outcome.Failed failed) {
            String side = result.side().equals(JournalEntry.BASE) ? "on the base: " : "";
            progress.forkFailed(result.name(), result.fork() + 1, of, side + failed.message());
        } else {
            turn(result.side());
            double seconds = ForkSummary.of(result).mean();
            progress.forkEnded(
                    result.name(),
                    result.fork() + 1,
                    of,
                    Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds));
        }
    }

    @Override
    public void noted(String text) {
        progress.note(text);
    }

    private int forksOf(CaseName name, int otherwise) {
        PlannedCase one = planned.get(name);
        if (one == null) {
            return otherwise;
        }
        return beyond.contains(name)
                ? one.effort().forks().max()
                : one.effort().forks().min();
    }
}
