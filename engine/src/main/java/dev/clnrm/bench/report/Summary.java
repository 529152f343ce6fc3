package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.Census;
import dev.clnrm.bench.judge.ChangeCensus;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of a run or a comparison in one sentence. */
public final class Summary {
    /** The possible results of a comparison without a judged case, if nothing else is found. */
    private static final Set<ChangeJudgement.Result> NOTHING =
            Set.of(ChangeJudgement.Result.NOTHING_JUDGED, ChangeJudgement.Result.NEW);

    private Summary() {}

    public static StatusLabel sign(HeadJudgement judgement) {
        if (judgement.census().cases() == 0) {
            return StatusLabel.NOT_RUN;
        }
        boolean nothing =
                judgement.census().promises() == 0 && judgement.result() == HeadJudgement.Result.WITHIN_BUDGET;
        return nothing ? StatusLabel.MEASURED : StatusLabel.of(judgement.result());
    }

    /** {@code judged 13 of 16 budgets and laws: 2 broken, 14 kept; measured 13 of 14 cases}. */
    public static String sentence(HeadJudgement judgement) {
        Census census = judgement.census();
        if (census.cases() == 0) {
            return "no case was selected, so there is no result";
        }
        String measured = "measured " + census.measured() + " of " + Counts.count(census.cases(), "case");
        if (census.promises() == 0) {
            return withReasons(judgement, measured + "; no budgets set");
        }
        long critical = judgement.budgets().stream()
                .filter(b -> b.status() == Status.FAIL && b.critical())
                .count();
        String all = judgement.laws().isEmpty()
                ? Counts.count(census.promises(), "budget")
                : judgement.budgets().isEmpty()
                        ? Counts.count(census.promises(), "law")
                        : census.promises() + " budgets and laws";
        String judged = "judged " + census.judged() + " of " + all + ": "
                + promises(judgement, critical > 0 ? " (" + critical + " critical)" : "");
        return withReasons(judgement, judged + "; " + measured);
    }

    /** What prevented a result comes first, if there is none. */
    private static String withReasons(HeadJudgement judgement, String counts) {
        String reasons = Counts.joined("; ", interrupted(judgement), failed(judgement));
        return judgement.result() == HeadJudgement.Result.COULD_NOT_MEASURE
                ? Counts.joined("; ", reasons, counts)
                : Counts.joined("; ", counts, reasons);
    }

    private static String interrupted(HeadJudgement judgement) {
        return judgement.end() == RunSamples.End.CUT_SHORT ? "interrupted" : "";
    }

    private static String failed(HeadJudgement judgement) {
        long failed = failedCases(judgement);
        return failed == 0 ? "" : "forks of " + Counts.count(failed, "case") + " failed";
    }

    /** The number of cases with a failed fork. */
    private static long failedCases(HeadJudgement judgement) {
        return judgement.failed().stream()
                .filter(one -> one.how().isPresent())
                .map(FailedCase::name)
                .distinct()
                .count();
    }

    /** {@code 2 broken (1 critical), 3 inconclusive, 7 kept}; empty if there are no budgets and laws. */
    private static String promises(HeadJudgement judgement, String critical) {
        List<Status> all = Stream.concat(
                        judgement.budgets().stream().map(b -> b.status()),
                        judgement.laws().stream().map(l -> l.status()))
                .toList();
        return Counts.joined(
                ", ",
                count(all, Status.FAIL, "broken" + critical),
                count(all, Status.UNMEASURED, "unmeasured"),
                count(all, Status.INCONCLUSIVE, "inconclusive"),
                count(all, Status.WARNING, "close to the limit"),
                count(all, Status.PASS, "kept"));
    }

    private static String count(List<Status> all, Status status, String words) {
        return counted(all.stream().filter(one -> one == status).count(), words);
    }

    private static String counted(long count, String words) {
        return count == 0 ? "" : count + " " + words;
    }

    public static StatusLabel sign(Report view) {
        return view.change().map(change -> StatusLabel.of(change.result())).orElseGet(() -> {
            StatusLabel sign = sign(view.promises());
            return sign == StatusLabel.MEASURED && view.facts().uncompared().isPresent() ? StatusLabel.NEW : sign;
        });
    }

    /** The findings and their number, as a sentence. */
    public static String sentence(Report view) {
        return Counts.joined(
                "; ", view.change().flatMap(CommonCauseText::sentence).orElse(""), counts(view));
    }

    /**
     * The sentence without the common cause: {@code 1 of 73 cases regressed (alert), 2 improved; 68 ok, 2 inconclusive; judged 71
     * of 73 cases}.
     */
    public static String counts(Report view) {
        return Counts.joined(
                "; ", judged(view), view.facts().reach().unmeasuredCount().orElse(""));
    }

    private static String judged(Report view) {
        if (view.change().isEmpty()) {
            return Counts.joined(
                    "; ",
                    view.facts()
                            .uncompared()
                            .map(why -> "nothing compared: " + why)
                            .orElse(""),
                    sentence(view.promises()));
        }
        ChangeCensus census = view.compared().census();
        if (census.cases() == 0) {
            return "no case was selected, so nothing could be judged";
        }
        boolean nothing = NOTHING.contains(view.compared().result());
        long onBase = onBaseAlone(view);
        String rest = Counts.joined(
                ", ",
                counted(view.times(Finding.OK).size(), "ok"),
                counted(inconclusive(view), "inconclusive"),
                counted(undecided(view) - inconclusive(view), "inconclusive in allocation"),
                counted(view.times(Finding.INCOMPARABLE).size(), "incomparable"),
                counted(view.notRun().size(), "not run"),
                counted(onBase, "failed on the base alone"),
                counted(view.times(Finding.NEW).size() - onBase, "new"));
        String promises = promises(view.promises(), "");
        String judged = "judged " + census.judged() + " of " + Counts.count(census.cases(), "case")
                + (census.promises() < census.promised()
                        ? " and " + census.promises() + " of " + census.promised() + " budgets and laws"
                        : "");
        return Counts.joined(
                "; ",
                interrupted(view.promises()),
                view.compared().outcome().map(GoalText::sentence).orElse(""),
                nothing ? NothingJudged.reason(view) : "",
                missing(view),
                nothing ? "" : changed(view),
                rest,
                promises.isEmpty() ? "" : "budgets and laws: " + promises,
                judged);
    }

    /** The verdict in a few words: how many cases are inconclusive, how many improved, and whether one cause is likely. */
    public static String title(Report view) {
        StatusLabel sign = sign(view);
        if (view.change().flatMap(ChangeJudgement::commonCause).isPresent()) {
            return sign.title() + ", one cause likely";
        }
        if (view.change().isEmpty() || (sign != StatusLabel.INCONCLUSIVE && sign != StatusLabel.INCOMPLETE)) {
            return sign.title();
        }
        long open = undecided(view) + view.times(Finding.INCOMPARABLE).size();
        String cases = open == 0 || sign == StatusLabel.INCOMPLETE
                ? ""
                : " in " + open + " of " + Counts.count(view.compared().census().cases(), "case");
        return Counts.joined(", ", sign.title() + cases, improved(view));
    }

    /** {@code 4 of 5 cases are missing from the head}; empty if no case is missing. */
    private static String missing(Report view) {
        String of = " of " + Counts.count(view.compared().census().cases(), "case");
        long missing = view.times(Finding.MISSING).size();
        long removed = view.times(Finding.REMOVED).size();
        return Counts.joined(
                "; ",
                counted(missing, of.strip() + (missing == 1 ? " is" : " are") + " missing from the head"),
                counted(removed, of.strip() + (removed == 1 ? " was" : " were") + " removed"));
    }

    /** {@code 1 of 73 cases regressed (alert), 2 improved}. */
    public static String changed(Report view) {
        List<ChangeVerdict> slower = view.times(Finding.REGRESSED);
        String of = " of " + Counts.count(view.compared().census().cases(), "case");
        List<ChangeVerdict> larger = view.allocations(Finding.REGRESSED);
        List<String> changed = new ArrayList<>();
        add(changed, slower.size(), of, " regressed" + worst(slower) + waived(slower));
        add(changed, failedCases(view.promises()), of, " failed");
        String more = larger.size() == 1 ? " allocates more" : " allocate more";
        add(changed, larger.size(), of, more + worst(larger) + waived(larger));
        if (changed.isEmpty()) {
            changed.add("none" + of + " regressed");
        }
        return Counts.joined(", ", String.join(", ", changed), improved(view));
    }

    /** {@code 2 improved, 1 allocates less}; empty if nothing improved. */
    private static String improved(Report view) {
        long less = view.allocations(Finding.IMPROVED).size();
        return Counts.joined(
                ", ",
                counted(view.times(Finding.IMPROVED).size(), "improved"),
                counted(less, less == 1 ? "allocates less" : "allocate less"));
    }

    /** The first count names the number of cases. */
    private static void add(List<String> counts, long count, String of, String what) {
        if (count > 0) {
            counts.add(count + (counts.isEmpty() ? of : "") + what);
        }
    }

    /** The number of cases of the head without a comparison because the base failed. */
    private static long onBaseAlone(Report view) {
        Set<CaseName> whole = view.compared().failures().stream()
                .filter(one -> one.where() == CaseFailure.Where.BASE_ALONE)
                .map(CaseFailure::name)
                .collect(Collectors.toSet());
        return view.times(Finding.NEW).stream()
                .filter(v -> whole.contains(v.name()))
                .count();
    }

    /** The number of measured cases that are inconclusive; each case counts once. */
    private static long inconclusive(Report view) {
        return view.times(Finding.INCONCLUSIVE).stream()
                .filter(v -> view.failure(v).isEmpty())
                .count();
    }

    /** The same if time or allocation is inconclusive. */
    private static long undecided(Report view) {
        return view.found(Finding.INCONCLUSIVE).stream()
                .filter(v -> view.failure(v).isEmpty())
                .map(ChangeVerdict::key)
                .distinct()
                .count();
    }

    private static String worst(List<ChangeVerdict> some) {
        return some.stream()
                .flatMap(v -> v.severity().stream())
                .max(Enum::compareTo)
                .map(severity -> " (" + (some.size() > 1 ? "the worst " : "") + Words.of(severity) + ")")
                .orElse("");
    }

    private static String waived(List<ChangeVerdict> some) {
        long waived = some.stream().filter(v -> v.waiver().isPresent()).count();
        return waived == 0 ? "" : waived == some.size() ? ", waived" : ", " + waived + " of them waived";
    }

    private static Stream<Precision> precisions(List<Measurement> alone) {
        return alone.stream().flatMap(one -> one.precision().stream());
    }

    /** A sentence about the noise between forks and the smallest change that it allows to detect. */
    public static Optional<String> noise(Report view) {
        List<Measurement> alone = view.promises().measurements();
        Optional<Double> spread = view.change()
                .map(ChangeJudgement::noiseFloor)
                .orElseGet(() -> Report.median(precisions(alone).map(Precision::spread)));
        Optional<Double> detectable = view.change().isPresent()
                ? view.detectable()
                : Report.median(precisions(alone).map(Precision::detectable));
        return spread.flatMap(s -> detectable.map(d -> "forks of a case differ by " + Percents.percent(s)
                + ", so a change of " + Percents.percent(d) + " would be seen (medians of the cases)"));
    }
}
