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
import dev.clnrm.bench.reach.GrownMethods;
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

/**
 * Profiles both sides of what is proven slower, and looks at what is compiled otherwise: two forks each, after all forks that judge it.
 *
 * @param plan the cases of both sides
 * @param rules what they are judged by
 */
record Explaining(Asked asked, Plan plan, Rules rules) {
    /** The regressions that are profiled, the largest first; each takes a third of a minute. */
    private static final int MOST = 3;

    /** After this long no fork is started any more: an iteration of some benchmarks takes minutes. */
    private static final double LONGEST_SECONDS = 180;

    /** How long a side is profiled after its warm-up. */
    static final double SECONDS = 4;

    /** What is explained, and what happened meanwhile. */
    record Explained(List<Explanation> explanations, List<String> notes) {}

    /**
     * Explains.
     *
     * @param forks runs the forks
     * @param folder that of the run, which gets the graphs
     */
    Explained of(RunSamples run, ProfiledForks forks, Path folder) {
        List<List<ChangeVerdict>> all = regressed(run);
        List<List<ChangeVerdict>> some = all.subList(0, Math.min(MOST, all.size()));
        List<Explanation> explanations = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        JitExplaining jit = new JitExplaining(new GrownMethods(plan), asked.environment());
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

    /** What regressed, by case: those whose times grew most first, then those that only allocate more. */
    private List<List<ChangeVerdict>> regressed(RunSamples run) {
        Map<CaseName, List<ChangeVerdict>> cases = new LinkedHashMap<>();
        Judge.judge(run, rules, Trust.MEASURED_HERE).change().stream()
                .flatMap(change -> change.verdicts().stream())
                .filter(verdict -> verdict.finding() == Finding.REGRESSED)
                .filter(verdict -> plan.onBase(verdict.name()).isPresent())
                .sorted(Comparator.comparing(ChangeVerdict::metric).thenComparingDouble(verdict -> -ratio(verdict)))
                .forEach(verdict -> cases.computeIfAbsent(verdict.name(), name -> new ArrayList<>())
                        .add(verdict));
        return List.copyOf(cases.values());
    }

    private static double ratio(ChangeVerdict verdict) {
        return verdict.ratio().orElse(Double.POSITIVE_INFINITY);
    }

    /**
     * What looks at a case.
     *
     * @param end when no further fork is started, by the clock that never goes back
     */
    private record Looking(ProfiledForks forks, JitExplaining jit, long end) {}

    /** One case, with an explanation for each of its verdicts from the same forks. What is compiled otherwise is told with the first. */
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

    /** What is compiled otherwise; without the second forks, if no time is left for them, or one fails. */
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
