package dev.clnrm.bench.app;

import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.measure.RunListener;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.profile.FlameGraphs;
import dev.clnrm.bench.profile.Growth;
import dev.clnrm.bench.profile.JitFindings;
import dev.clnrm.bench.profile.Profile;
import dev.clnrm.bench.profile.ProfileKind;
import dev.clnrm.bench.profile.ProfiledForks;
import dev.clnrm.bench.profile.Retention;
import dev.clnrm.bench.profile.SecondForks;
import dev.clnrm.bench.reach.ReachFinder;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.terminal.Interruption;
import dev.clnrm.bench.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Profiles both sides of each proven regression and finds what the JIT compiles differently. It runs two forks per side after all measuring forks.
 *
 * @param plan the cases of both sides
 * @param rules the rules by which the cases are judged
 */
record Explaining(Asked asked, Plan plan, Rules rules) {
    /** The most regressions that are profiled, the largest first. Each takes about 20 seconds. */
    private static final int MOST = 3;

    /** The time after which no more forks start, because some iterations take minutes. */
    private static final double LONGEST_SECONDS = 180;

    /** The seconds that each side is profiled after its warm-up. */
    static final double SECONDS = 4;

    record Explained(List<Explanation> explanations, List<String> notes) {}

    /**
     * Explains the regressions of a run.
     *
     * @param forks runs the forks
     * @param folder the folder of the run, which receives the graphs
     */
    Explained of(RunSamples run, ProfiledForks forks, Path folder) {
        List<List<ChangeVerdict>> all = regressed(run);
        List<List<ChangeVerdict>> some = all.subList(0, Math.min(MOST, all.size()));
        List<Explanation> explanations = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        JitExplaining jit = new JitExplaining(new ReachFinder(plan.ofBase()), asked.environment());
        long end = System.nanoTime() + Math.round(LONGEST_SECONDS * 1e9);
        int explained = 0;
        Progress progress = asked.terminal().progress();
        Interruption interruption = new Interruption(Thread.currentThread()::interrupt);
        try {
            while (explained < some.size() && end - System.nanoTime() > 0) {
                List<ChangeVerdict> one = some.get(explained);
                if (!asked.quiet()) {
                    progress.waiting("profiling both sides of " + one.get(0).name(), 0);
                }
                explained++;
                explanations.addAll(explanations(one, new Looking(forks, jit, end), folder, explained));
            }
            if (all.size() > explained) {
                notes.add(
                        "profiled " + explained + " of " + all.size() + " cases that regressed, those that grew most");
            }
        } catch (InterruptedException e) {
            notes.add("interrupted while regressions were profiled");
        } catch (IOException e) {
            throw new UnwritableFileException(folder, e);
        } finally {
            interruption.close();
            progress.done();
        }
        return new Explained(explanations, notes);
    }

    /** The regressions by case. Cases with the largest change in time come first, then those that only allocate more. */
    private List<List<ChangeVerdict>> regressed(RunSamples run) {
        Map<CaseName, List<ChangeVerdict>> cases = Judge.judge(run, rules, Trust.MEASURED_HERE).change().stream()
                .flatMap(change -> change.verdicts().stream())
                .filter(verdict -> verdict.finding() == Finding.REGRESSED)
                .filter(verdict -> plan.onBase(verdict.name()).isPresent())
                .sorted(Comparator.comparing(ChangeVerdict::metric).thenComparingDouble(verdict -> -ratio(verdict)))
                .collect(Collectors.groupingBy(ChangeVerdict::name, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(cases.values());
    }

    private static double ratio(ChangeVerdict verdict) {
        return verdict.ratio().orElse(Double.POSITIVE_INFINITY);
    }

    /** The tools that examine a case, until {@code end} by the monotonic clock. */
    private record Looking(ProfiledForks forks, JitExplaining jit, long end) {}

    /** Explains each verdict of one case from the same forks. The JIT findings are in the first explanation. */
    private List<Explanation> explanations(List<ChangeVerdict> verdicts, Looking looking, Path folder, int number)
            throws IOException, InterruptedException {
        CaseName name = verdicts.get(0).name();
        Path graphs = Files.createDirectories(folder.resolve("profiles").resolve(Integer.toString(number)));
        PlannedCase base = plan.onBase(name).orElseThrow();
        PlannedCase head = plan.cases().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        String profiler = looking.forks.profiler();
        List<Explanation> explanations = new ArrayList<>();
        try (SecondForks second = new SecondForks(looking.forks)) {
            Profile before = profile(second.logging(base, JournalEntry.BASE), JournalEntry.BASE, looking.forks, graphs);
            Profile after = profile(second.logging(head, JournalEntry.HEAD), JournalEntry.HEAD, looking.forks, graphs);
            Optional<JitFindings> jit = Optional.of(jit(base, head, List.of(before, after), looking, second));
            Optional<Retention> retention = second.retention(before, after);
            for (ChangeVerdict verdict : verdicts) {
                ProfileKind kind =
                        verdict.metric() == Metric.ALLOCATION ? ProfileKind.ALLOCATION : Profile.timeOf(before, after);
                Optional<Path> graph =
                        before.of(kind).samples() == 0 || after.of(kind).samples() == 0
                                ? Optional.empty()
                                : Optional.of(FlameGraphs.difference(
                                        kind, before.of(kind), after.of(kind), name.toString(), graphs));
                explanations.add(new Explanation(
                        name.toString(),
                        kind,
                        profiler,
                        Growth.between(before.of(kind), after.of(kind), ratio(verdict)),
                        explanations.isEmpty() ? jit : Optional.empty(),
                        explanations.isEmpty() ? retention : Optional.empty(),
                        graph.map(file -> folder.toAbsolutePath()
                                .relativize(file.toAbsolutePath())
                                .toString()
                                .replace('\\', '/')),
                        Optional.empty()));
            }
        } catch (ProfiledForks.NotProfiled e) {
            ProfileKind kind = verdicts.get(0).metric() == Metric.ALLOCATION ? ProfileKind.ALLOCATION : ProfileKind.CPU;
            explanations.add(new Explanation(
                    name.toString(),
                    kind,
                    profiler,
                    List.of(),
                    Optional.of(looking.jit.sizes(head, List.of())),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage()))));
        }
        return explanations;
    }

    /** The JIT findings. The second forks are omitted if no time is left or if one of them fails. */
    private static JitFindings jit(
            PlannedCase base, PlannedCase head, List<Profile> profiles, Looking looking, SecondForks second)
            throws InterruptedException {
        if (looking.end - System.nanoTime() < 0) {
            return looking.jit.sizes(head, profiles).failing("no time was left to look at what is inlined");
        }
        try {
            second.run(base, head);
            return looking.jit.of(head, profiles, second);
        } catch (ProfiledForks.NotProfiled e) {
            return looking.jit.sizes(head, profiles).failing(String.valueOf(e.getMessage()));
        }
    }

    private static Profile profile(PlannedCase planned, String side, ProfiledForks forks, Path graphs)
            throws ProfiledForks.NotProfiled, InterruptedException {
        Profile profile = forks.run(planned, side, graphs.resolve(side + ".jfr"), RunListener.SILENT);
        FlameGraphs.write(profile, planned.name() + ", " + side, graphs, side + "-");
        return profile;
    }
}
