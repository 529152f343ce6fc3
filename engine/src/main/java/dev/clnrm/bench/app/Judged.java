package dev.clnrm.bench.app;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.github.Breach;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.report.Platforms;
import dev.clnrm.bench.report.ReachFacts;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.html.Sampled;
import dev.clnrm.bench.report.markdown.Occasion;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Side;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stored run, judged from its samples. Pull request, job page, issue and program output all show the same verdict.
 */
public record Judged(Report report, Sampled sampled, String name) {
    /** Why a comparison whose base has none of the cases compares nothing. */
    static final String ALL_NEW = "every case is new";

    /**
     * The origin of a run.
     *
     * @param trust who could write its files
     * @param selection the cases that the run should have measured, as the present caller states
     * @param proposed whether it measured a proposed change, so that there is a base to compare with
     */
    public record Origin(Trust trust, Selection selection, boolean proposed) {
        /** The origin of the user's own folder. */
        public static final Origin STORED = new Origin(Trust.STORED, Selection.ALL, false);
    }

    /**
     * The terms by which a run is judged.
     *
     * @param budgets the budgets file; of the base, if two sides have their own
     * @param ofHead the head's file, for what a change may set itself; empty if only the other counts
     * @param strictness the strictness that the user chose
     * @param notes notes for the reader beside the judgement
     * @param origin the origin of the run, which decides how far it is trusted
     */
    public record Terms(
            BudgetsFile budgets,
            Optional<BudgetsFile> ofHead,
            Strictness strictness,
            List<String> notes,
            Origin origin) {
        public Terms {
            notes = List.copyOf(notes);
        }

        /** The terms for the user's own folder and a budgets file. */
        public static Terms of(BudgetsFile budgets, Strictness strictness) {
            return new Terms(budgets, Optional.empty(), strictness, List.of(), Origin.STORED);
        }

        Judgement judge(RunSamples samples, LocalDate today) throws DeclarationException {
            Rules rules =
                    switch (origin.trust()) {
                        case MEASURED_HERE, STORED ->
                            ofHead.isPresent()
                                    ? Rules.guarded(budgets, ofHead.get(), samples, today)
                                    : Rules.of(budgets, samples, today);
                        case FROM_A_STRANGER ->
                            Rules.ofStranger(budgets, samples, origin.selection(), origin.proposed(), today);
                    };
            return Judge.judge(samples, rules.with(strictness), origin.trust());
        }
    }

    /**
     * Judges a run, of one side or two.
     *
     * @param run the run, read with the trust of its origin
     * @throws DeclarationException if the file has a waiver that expired
     */
    static Judged of(StoredRun run, Terms terms, LocalDate today) throws DeclarationException {
        RunSamples samples = run.toJudge();
        Judgement judged = terms.judge(samples, today);
        List<String> notes = new ArrayList<>(judged.head().doubts());
        notes.addAll(terms.notes());
        notes.addAll(run.notes());
        RunFacts facts = RunFacts.of(samples, Optional.of(run.cost(samples)), again(run, terms), notes)
                .only(terms.origin().selection().filters())
                .reaching(new ReachFacts(
                        run.manifest().code().reach(),
                        run.manifest().cases().skipped(),
                        terms.origin().trust() == Trust.FROM_A_STRANGER))
                .uncompared(
                        run.manifest().code().twoSides()
                                        && run.manifest().cases().baseCases().isEmpty()
                                ? Optional.of(ALL_NEW)
                                : Optional.empty());
        return new Judged(
                Report.of(judged, Unmatched.of(terms.budgets(), samples), facts)
                        .explained(run.manifest().end().explanations()),
                new Sampled(
                        samples.base().map(Side::samples).orElse(List.of()),
                        samples.head().samples(),
                        Sampled.NO_HISTORY),
                run.manifest().id());
    }

    /**
     * Judges the run in a folder, of one side or two.
     *
     * @throws DeclarationException if the file has a waiver that expired
     */
    public static Judged of(Path folder, Terms terms, LocalDate today) throws DeclarationException {
        return of(StoredRun.read(folder, terms.origin().trust()), terms, today);
    }

    private static List<String> again(StoredRun run, Terms terms) {
        MeasuredCode code = run.manifest().code();
        Optional<String> base = code.commit(JournalEntry.BASE).map(Commit::brief);
        Optional<String> head = Optional.ofNullable(code.sides().get(JournalEntry.HEAD))
                .filter(one -> !one.dirty())
                .flatMap(CheckedOut::commit)
                .map(Commit::brief);
        List<String> words = new ArrayList<>(List.of("clnrm-bench"));
        if (base.isPresent() && head.isPresent()) {
            words.addAll(List.of("compare", base.get(), head.get()));
        } else {
            words.add("check");
            base.ifPresent(commit -> words.addAll(List.of("--base", commit)));
        }
        String file = run.manifest().request().file().orElse(terms.budgets().path());
        if (!file.equals(Defaults.FILE)) {
            words.addAll(List.of("--file", file));
        }
        terms.origin().selection().suites().forEach(suite -> words.addAll(List.of("--suite", suite)));
        run.manifest().request().release().ifPresent(java -> words.addAll(List.of("--java", java)));
        return words;
    }

    /** The summary for a job's page. */
    public String summary(Occasion occasion) {
        return Templates.own().summary(Platforms.of(report), occasion);
    }

    /** The whole report in a format, as a command prints it. */
    public String in(Format format) {
        return format.renderer(Style.PLAIN).render(report);
    }

    /** The whole report as one HTML file that needs no network. */
    public String page() {
        return HtmlReport.render(name, report, sampled);
    }

    /** How bad the result is, from 0. A worse result is posted again. */
    public int rank() {
        return report.change()
                .map(change -> rank(change.result()))
                .orElseGet(() -> rank(report.promises().result()));
    }

    private static int rank(ChangeJudgement.Result result) {
        return switch (result) {
            case OK, IMPROVED, NEW -> 0;
            case INCOMPLETE, INCONCLUSIVE, NOTHING_JUDGED, NOT_PROVEN -> 1;
            case WARNING -> 2;
            case COULD_NOT_MEASURE -> 3;
            case OVER_BUDGET -> 4;
            case REGRESSED -> 5;
        };
    }

    private static int rank(HeadJudgement.Result result) {
        return switch (result) {
            case WITHIN_BUDGET -> 0;
            case INCONCLUSIVE -> 1;
            case COULD_NOT_MEASURE -> 3;
            case OVER_BUDGET -> 4;
        };
    }

    public List<Breach> breaches() {
        return Breaches.of(report);
    }
}
