package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Copies the trusted parts of a run that a stranger wrote. Everything that is not named here is dropped: free texts, and values that
 * decide how samples are judged, such as {@code sameCode} or the planned number of forks.
 */
final class Believed {
    /** The most output lines of a fork: enough to fill a screen. */
    private static final int MOST_LINES = 50;

    private Believed() {}

    static StoredRun of(StoredRun said) {
        RunManifest run = said.manifest();
        List<JournalEntry> forks = said.forks().stream().map(Believed::of).toList();
        return new StoredRun(
                new RunManifest(
                        Baselines.allows(run.id()) ? run.id() : "unnamed",
                        run.state(),
                        run.started(),
                        run.ended(),
                        run.request().harmless(),
                        run.code().commitsOnly(),
                        run.machine(),
                        // The number of forks in the samples decides the tests: a number from outside would
                        // change how much of the significance level each test may spend.
                        new PlannedCases(
                                shown(run.cases().cases()),
                                shown(run.cases().baseCases()),
                                run.cases().vanished(),
                                List.of(),
                                List.of(),
                                Optional.of(most(forks)),
                                run.cases().overlay().map(laid -> laid.casesOf(forks))),
                        new RunEnd(run.end().end(), replaced(forks), List.of(), List.of(), Optional.empty()),
                        run.declared()),
                forks);
    }

    private static List<CaseFacts> shown(List<CaseFacts> cases) {
        return cases.stream().map(CaseFacts::shown).toList();
    }

    /** The same fork without its command, because a reader could run a command that a stranger wrote. */
    private static JournalEntry of(JournalEntry fork) {
        if (!(fork.outcome() instanceof Outcome.Failed failed)) {
            return fork;
        }
        List<String> lines = failed.lastLines();
        return fork.with(new Outcome.Failed(
                failed.cause(),
                failed.message(),
                lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()),
                ""));
    }

    static int most(List<JournalEntry> forks) {
        return CaseSamples.group(forks).stream()
                .mapToInt(samples -> samples.forks().size())
                .max()
                .orElse(0);
    }

    /** Describes forks that replace earlier forks of the same number, which are not counted. */
    private static List<String> replaced(List<JournalEntry> forks) {
        Map<List<Object>, Integer> times = new LinkedHashMap<>();
        forks.forEach(
                one -> times.merge(List.of(one.name(), one.side(), one.samples().mode(), one.fork()), 1, Integer::sum));
        List<String> replaced = new ArrayList<>();
        times.forEach((fork, count) -> {
            if (count > 1) {
                replaced.add(fork.get(0) + ", " + fork.get(1) + " fork " + fork.get(3) + ": given " + count
                        + " times; the last counts");
            }
        });
        return replaced;
    }
}
