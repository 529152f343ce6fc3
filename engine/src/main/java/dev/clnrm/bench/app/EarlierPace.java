package dev.clnrm.bench.app;

import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Pace;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds how long forks took in the latest run on this machine with the same iterations as a plan. */
final class EarlierPace {
    private EarlierPace() {}

    /** The plan with the pace of that run, if there is one in the folder {@code runs}. */
    static Plan of(Plan plan, Path runs) {
        Optional<Iterations> iterations =
                plan.cases().stream().map(one -> one.effort().iterations()).findFirst();
        Fingerprint here = Fingerprint.ofThisMachine();
        try {
            return plan.at(RunFolder.latest(
                            runs,
                            run -> run.finished()
                                    && run.machine().equals(Optional.of(here))
                                    && iterations(run).equals(iterations))
                    .flatMap(folder -> of(StoredRun.read(folder))));
        } catch (FileException e) {
            // An estimate is not worth an error: the commands that show that run report the fault.
            return plan;
        }
    }

    private static Optional<Iterations> iterations(RunManifest run) {
        return run.cases().cases().stream()
                .findFirst()
                .flatMap(CaseFacts::effort)
                .map(Effort::iterations);
    }

    /** The median over the JVMs of a run, because it may have been interrupted between two of them. */
    private static Optional<Pace> of(StoredRun run) {
        Map<Instant, List<JournalEntry>> jvms = run.forks().stream()
                .collect(Collectors.groupingBy(JournalEntry::started, TreeMap::new, Collectors.toList()));
        List<Instant> starts = List.copyOf(jvms.keySet());
        List<Double> around = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            List<JournalEntry> forks = jvms.getOrDefault(starts.get(i), List.of());
            double seconds = Duration.between(starts.get(i), starts.get(i + 1)).toNanos() / 1e9;
            double iterating = forks.stream()
                    .map(JournalEntry::samples)
                    .mapToDouble(one -> warmup(one) + one.values().size() * one.iterationSeconds())
                    .sum();
            around.add((seconds - iterating) / forks.size());
        }
        around.sort(null);
        double warmup = run.forks().stream()
                .mapToDouble(fork -> warmup(fork.samples()))
                .average()
                .orElse(0);
        return around.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pace(Math.max(0, around.get(around.size() / 2)), warmup));
    }

    private static double warmup(ForkSamples samples) {
        return samples.warmup().size() * samples.iterationSeconds();
    }
}
