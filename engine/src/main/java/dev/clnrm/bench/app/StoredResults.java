package dev.clnrm.bench.app;

import dev.clnrm.bench.config.CaseFilter;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.git.CommitGraph;
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
 * Stored results of one side or two, which are judged as they are.
 *
 * @param samples the samples of the sides, or of some of their cases
 * @param known the cases of both sides, and the declared cases of their runs
 * @param run the manifest of the head's run; empty for a JMH result file
 * @param together the run with all these samples; empty for a result file, or if the sides come from two runs
 * @param folder the folder of that run
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

    /** Reads one word, whose run may have two sides, or two words: the base and the head. */
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

    /** A copy with the machines of the two sides, as far as they are given. */
    public StoredResults on(Optional<String> ofBase, Optional<String> ofHead) {
        Side base = samples.base().orElseThrow();
        return with(RunSamples.of(
                ofBase.map(base::on).orElse(base),
                ofHead.map(samples.head()::on).orElse(samples.head()),
                samples.code()));
    }

    /** A copy with only the matching cases; all cases if there is no filter. */
    public StoredResults only(List<String> filters) {
        return filters.isEmpty() ? this : with(samples.only(name -> CaseFilter.any(filters, name)));
    }

    private StoredResults with(RunSamples others) {
        return new StoredResults(others, known, run, together, folder);
    }

    /**
     * Judges the results.
     *
     * @param unmatched the rules that match no case
     * @param command the command line that repeats this comparison with all cases
     * @param only the case filters
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

    /** The explanations of regressions, with the graphs that still exist. */
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
     * The samples for the charts of a page.
     *
     * @param past the earlier runs, of which those on the same machine are drawn
     * @param commits the order of commits; if it is unknown, runs are in the order of time
     */
    public Sampled sampled(PastRuns past, double confidence, CommitGraph commits) {
        return new Sampled(
                samples.base().map(Side::samples).orElse(List.of()),
                samples.head().samples(),
                new EarlierRuns(this, confidence, commits).of(past),
                samples.base().map(side -> Spreads.of(side.family())).orElse(Spreads.ALONE),
                Spreads.of(samples.head().family()));
    }

    /** The rules from a project's budgets file and from the code of its suites, which is run for this. Cases are found by JMH's names. */
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

    /** The name of a case without its suite. */
    private static List<Object> jmh(CaseName name) {
        return List.of(name.jmhName(), name.params());
    }
}
