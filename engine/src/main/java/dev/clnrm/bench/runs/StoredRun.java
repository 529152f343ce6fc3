package dev.clnrm.bench.runs;

import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Spending;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A run folder in memory: a run of one side, or of two sides that took turns.
 *
 * @param manifest the content of {@code run.json}
 * @param forks the forks of all sides, in the order in which they ended
 */
public record StoredRun(RunManifest manifest, List<JournalEntry> forks) {
    /** The most lines that are shown. */
    private static final int MOST_LINES = 100;

    public StoredRun {
        forks = List.copyOf(forks);
    }

    /**
     * Reads a folder.
     *
     * @throws FileException if it cannot be read
     */
    public static StoredRun read(Path folder) {
        return new StoredRun(
                RunFolder.read(folder), Journal.read(RunFolder.samples(folder)).records());
    }

    /**
     * Reads a folder.
     *
     * @param trust who could write its files: of a stranger's run, only the trusted parts are copied
     * @throws FileException if it cannot be read
     */
    public static StoredRun read(Path folder, Trust trust) {
        StoredRun run = read(folder);
        return switch (trust) {
            case MEASURED_HERE, STORED -> run;
            case FROM_A_STRANGER -> Believed.of(run);
        };
    }

    public DeclaredRules rules() {
        return manifest.rules();
    }

    /** The samples, with the tests that the run planned. */
    public RunSamples toJudge() {
        Optional<Pair> sides = sides();
        Optional<RunSamples.Turns> turns = sides.isPresent() || !vanished().isEmpty()
                ? Optional.of(new RunSamples.Turns(
                        looks(),
                        sameCode(),
                        vanished(),
                        named(manifest.cases().overlay().map(LaidOver::cases).orElse(List.of())),
                        manifest.request().goal()))
                : Optional.empty();
        RunSamples.End end = outOfTime()
                ? RunSamples.End.OUT_OF_TIME
                : manifest.finished() ? RunSamples.End.COMPLETE : RunSamples.End.CUT_SHORT;
        return new RunSamples(
                sides.map(Pair::base), sides.map(Pair::head).orElseGet(() -> head("")), rules(), turns, end);
    }

    /** The head, or the only side. Its cases are in the order in which each was first seen. */
    public Side head(String label) {
        return side(label, JournalEntry.HEAD);
    }

    /** Both sides, with the labels of the run. Their cases are in the order declared. Empty for a run of one side. */
    public Optional<Pair> sides() {
        if (forks.stream().noneMatch(fork -> fork.side().equals(JournalEntry.BASE))) {
            return Optional.empty();
        }
        Map<CaseName, Integer> places = new HashMap<>();
        rules().cases().forEach(name -> places.put(name, places.size()));
        Comparator<Measured> place =
                Comparator.comparingInt(one -> places.getOrDefault(one.samples().name(), Integer.MAX_VALUE));
        Pair both = Pair.of(
                side(manifest.code().label(JournalEntry.BASE), JournalEntry.BASE),
                side(manifest.code().label(JournalEntry.HEAD), JournalEntry.HEAD));
        return Optional.of(new Pair(sorted(both.base(), place), sorted(both.head(), place)));
    }

    private static Side sorted(Side side, Comparator<Measured> place) {
        return side.with(side.cases().stream().sorted(place).toList());
    }

    private Side side(String label, String side) {
        Map<String, CaseFacts> facts = new HashMap<>();
        manifest.cases().of(side).forEach(one -> facts.put(one.name(), one));
        List<Measured> cases = new ArrayList<>();
        for (CaseSamples samples : CaseSamples.group(
                forks.stream().filter(fork -> fork.side().equals(side)).toList())) {
            String name = samples.name().plain().toString();
            Conditions conditions =
                    facts.getOrDefault(name, CaseFacts.unknown(name)).conditions(samples, manifest.machine());
            cases.add(new Measured(samples, conditions));
        }
        return Side.of(label, Optional.of(manifest.id()), cases);
    }

    /**
     * After how many forks the run tested its samples. How much of the significance level a test may spend follows from the planned
     * number of forks, not from the existing forks.
     */
    public Spending looks() {
        int usual = Defaults.CHECK.forks().orElseThrow().max();
        int least = Math.min(leastForks(), Math.max(usual, Believed.most(forks)));
        int first = Math.max(dev.clnrm.bench.stats.MethodConstants.PRIOR_FORKS, least);
        return Spending.each(first, Math.max(first, mostForks()));
    }

    /** The most forks a case could get on each side. */
    private int mostForks() {
        int usual = Defaults.CHECK.forks().orElseThrow().max();
        return Math.max(Believed.most(forks), manifest.cases().mostForks().orElse(usual));
    }

    private int leastForks() {
        int usual = Defaults.CHECK.forks().orElseThrow().min();
        return manifest.cases().cases().stream()
                .mapToInt(
                        one -> one.effort().map(effort -> effort.forks().min()).orElse(usual))
                .max()
                .orElse(usual);
    }

    /** The cases whose code is the same on both sides. */
    Set<CaseName> sameCode() {
        return named(manifest.cases().sameCode());
    }

    /** The measured cases with one of these names. */
    private Set<CaseName> named(List<String> names) {
        Set<String> said = Set.copyOf(names);
        Set<CaseName> found = new HashSet<>();
        for (JournalEntry fork : forks) {
            if (said.contains(fork.name().toString())) {
                found.add(fork.name());
            }
        }
        return found;
    }

    /** The cases that only the base had, which were not measured. */
    List<CaseKey> vanished() {
        return manifest.cases().vanished().stream()
                .map(RemovedCase::key)
                .distinct()
                .toList();
    }

    /** Whether it did not finish for another reason than its time budget. */
    public boolean cutShort() {
        return !manifest.finished() && !outOfTime();
    }

    /** Whether the time ran out before every case had its forks. */
    public boolean outOfTime() {
        return manifest.end().outOfTime();
    }

    /** Notes for the reader, one clause each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        leftOut().ifPresent(notes::add);
        manifest.cases().overlay().map(LaidOver::notes).ifPresent(notes::addAll);
        if (outOfTime()) {
            notes.add("the time budget was used up before every case had its forks");
        } else if (cutShort()) {
            notes.add("the run did not finish");
        }
        return notes;
    }

    /** The omitted cases, which the change does not reach; empty if there are none. */
    private Optional<String> leftOut() {
        List<String> names = manifest.cases().skipped();
        return names.isEmpty() ? Optional.empty() : Optional.of(PlannedCases.skipped(names));
    }

    /**
     * The cost of the measurement.
     *
     * @param shown all samples of the run, or some of them
     */
    public Cost cost(RunSamples shown) {
        int most = mostForks();
        int early = (int) shown.head().cases().stream()
                .filter(one -> one.samples().finished().size() < most)
                .count();
        Cost alone = Cost.of(manifest.request().seed(), manifest.seconds(), finished(shown.head()))
                .using(manifest.end().memory());
        return shown.base().isEmpty()
                ? alone
                : new Cost(
                        alone.seed(),
                        alone.seconds(),
                        finished(shown.base().get()),
                        alone.headForks(),
                        most,
                        early,
                        sameCode().size(),
                        manifest.end().replaced().stream().limit(MOST_LINES).toList(),
                        Optional.empty(),
                        alone.memory());
    }

    private static int finished(Side side) {
        return side.cases().stream()
                .mapToInt(one -> one.samples().finished().size())
                .sum();
    }
}
