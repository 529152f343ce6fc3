package dev.clnrm.bench.app;

import dev.clnrm.bench.config.CaseFilter;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.report.ReachFacts;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Spreads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Results that are stored, of one side or two, to be judged as they are.
 *
 * @param samples the sides, or some of their cases
 * @param known the cases of both sides, and those that their runs say were declared
 * @param run what the head's run says of itself; absent for a result file of JMH
 * @param together the run that has all these samples; absent for a result file, and if the sides come from two runs
 * @param folder where that run is kept
 */
public record StoredResults(
        RunSamples samples,
        Set<CaseName> known,
        Optional<RunManifest> run,
        Optional<StoredRun> together,
        Optional<Path> folder) {
    public StoredResults {
        known = Collections.unmodifiableSet(new LinkedHashSet<>(known));
    }

    /** Reads one word, whose run may hold two sides, or two words: the base and the head. */
    public static StoredResults read(Sources sources, List<String> words) {
        String last = words.get(words.size() - 1);
        if (words.size() == 2) {
            Pair pair = sources.both(words.get(0), last);
            Optional<Path> folder = sources.folder(last);
            Optional<RunManifest> run = folder.map(one -> BadFile.unless(() -> RunFolder.read(one)));
            DeclaredRules code = run.map(RunManifest::rules).orElse(DeclaredRules.NONE);
            RunSamples samples = RunSamples.of(pair.base(), pair.head(), code);
            return new StoredResults(samples, known(samples, sources, words), run, Optional.empty(), folder);
        }
        Optional<Path> folder = sources.folder(last);
        Optional<StoredRun> kept = folder.map(one -> BadFile.unless(() -> StoredRun.read(one)));
        RunSamples samples = kept.map(StoredRun::toJudge)
                .orElseGet(() -> RunSamples.of(BadFile.unless(() -> sources.read(last)), DeclaredRules.NONE));
        return new StoredResults(samples, known(samples, sources, words), kept.map(StoredRun::manifest), kept, folder);
    }

    private static Set<CaseName> known(RunSamples samples, Sources sources, List<String> words) {
        Set<CaseName> known = samples.known();
        known.addAll(sources.declared(words));
        return known;
    }

    /** The same of two sides that were measured on these machines, as far as they are named. */
    public StoredResults on(Optional<String> ofBase, Optional<String> ofHead) {
        Side base = samples.base().orElseThrow();
        return with(RunSamples.of(
                ofBase.map(base::on).orElse(base),
                ofHead.map(samples.head()::on).orElse(samples.head()),
                samples.code()));
    }

    /** These cases alone; all if there is no filter. */
    public StoredResults only(List<String> filters) {
        return filters.isEmpty() ? this : with(samples.only(name -> CaseFilter.any(filters, name)));
    }

    private StoredResults with(RunSamples others) {
        return new StoredResults(others, known, run, together, folder);
    }

    /**
     * The judgement.
     *
     * @param unmatched rules that match no case
     * @param command the words that ask for this comparison of all cases
     * @param only the filters of cases
     */
    public Report judged(Rules rules, List<Caveat.NoSuchCase> unmatched, List<String> command, List<String> only) {
        RunFacts facts = RunFacts.of(
                        samples,
                        together.map(one -> one.cost(samples)),
                        command,
                        together.map(StoredRun::notes).orElse(List.of()))
                .only(only)
                .reaching(together.map(StoredRun::manifest)
                        .map(one ->
                                new ReachFacts(one.code().reach(), one.cases().skipped(), false))
                        .orElse(ReachFacts.NONE));
        return Report.of(
                        Judge.judge(samples, rules, Trust.STORED),
                        unmatched,
                        folder.map(one -> facts.storedIn(one.toString())).orElse(facts))
                .explained(explanations());
    }

    /** What may explain its regressions, with those graphs that are still there. */
    private List<Explanation> explanations() {
        return together.stream()
                .flatMap(one -> one.manifest().end().explanations().stream())
                .map(one -> one.graph()
                                .flatMap(graph -> folder.map(run -> run.resolve(graph)))
                                .filter(Files::isRegularFile)
                                .isPresent()
                        ? one
                        : one.withoutGraph())
                .toList();
    }

    /**
     * What a page draws.
     *
     * @param past earlier runs, of which those on the same machine are drawn
     */
    public Sampled sampled(PastRuns past, double confidence) {
        return new Sampled(
                samples.base().map(Side::samples).orElse(List.of()),
                samples.head().samples(),
                new EarlierRuns(this, confidence).of(past),
                samples.base().map(side -> Spreads.of(side.family())).orElse(Spreads.ALONE),
                Spreads.of(samples.head().family()));
    }

    /** The rules of a project's file and of the code of its suites, which is run for that. Cases are found by JMH's names. */
    public Rules rules(Project project, LocalDate today) throws DeclarationException {
        Declarations all = project.declare();
        Map<String, Budget> budgets = new LinkedHashMap<>();
        Map<String, Double> confidence = new LinkedHashMap<>();
        Map<List<Object>, List<CaseName>> byJmh =
                samples.ofHead().stream().collect(Collectors.groupingBy(StoredResults::jmh));
        all.cases()
                .forEach(one -> byJmh.getOrDefault(jmh(one.name()), List.of()).forEach(name -> {
                    budgets.put(name.qualified(), one.benchmark().budget());
                    one.measure().confidence().ifPresent(share -> confidence.put(name.qualified(), share));
                }));
        DeclaredRules code = new DeclaredRules(List.of(), Set.of(), budgets, all.laws(), confidence);
        return Rules.of(all.file(), code, samples.known(), samples.ofHead(), today);
    }

    /** What a case is called whichever suite it is in. */
    private static List<Object> jmh(CaseName name) {
        return List.of(name.jmhName(), name.params());
    }
}
