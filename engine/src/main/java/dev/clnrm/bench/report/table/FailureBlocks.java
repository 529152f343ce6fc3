package dev.clnrm.bench.report.table;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Decimals;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A block for every case with a failed fork, with its cause, its log and the command that repeats it; one block for all cases
 * that never ran.
 */
final class FailureBlocks {
    /** The last lines of a fork that are shown here; the run's logs have its whole output. */
    private static final int LINES = 8;

    /** The most names that are listed of cases that never ran. */
    private static final int NAMES = 20;

    private final Report view;
    private final boolean twoSides;

    private FailureBlocks(Report view) {
        this.view = view;
        twoSides = view.change().isPresent();
    }

    /**
     * @param ofHead whether failures of only the head are shown; false if a table of the head alone has already shown them
     * @param shared the package that stands above the table; it is omitted from lists of names
     */
    static String render(Report view, Style style, boolean ofHead, String shared) {
        List<CaseFailure> failures = view.failures().stream()
                .filter(one -> ofHead || one.base().isPresent())
                .toList();
        FailureBlocks all = new FailureBlocks(view);
        List<String> notRun = view.notRun().stream()
                .map(one -> Inert.name(SharedPackage.leftOut(shared, one.name().toString())))
                .toList();
        Stream<String> missing = notRun.isEmpty() || !ofHead
                ? Stream.of()
                : Stream.of(new Block(StatusLabel.NOT_RUN, Counts.count(notRun.size(), "case"), "")
                        .fact("cases", Counts.some(notRun, NAMES))
                        .help("to run what is missing, run  clnrm-bench " + (all.twoSides ? "check" : "run")
                                + " --resume")
                        .render(style));
        return Block.joined(
                Stream.concat(Block.some(failures, Block.MOST, StatusLabel.FAILED, all::block, style), missing));
    }

    private Block block(CaseFailure failure) {
        Block block =
                new Block(StatusLabel.FAILED, Inert.name(failure.name()), twoSides ? Words.of(failure.where()) : "");
        CaseFailure.OnSide shown = failure.head().or(failure::base).orElseThrow();
        if (failure.where() == CaseFailure.Where.BOTH_SIDES && !alike(failure)) {
            failure.base().ifPresent(side -> facts(block, side, "base "));
            failure.head().ifPresent(side -> facts(block, side, "head "));
        } else {
            cause(block, shown, "");
            log(block, failure.base(), "base log");
            log(block, failure.head(), twoSides ? "head log" : "log");
        }
        for (BudgetVerdict verdict : view.promises().budgets()) {
            if (verdict.name().equals(failure.name()) && verdict.status() == Status.UNMEASURED) {
                block.fact(
                        "unmeasured",
                        BudgetText.limited(verdict) + " at most " + Amounts.limit(verdict.metric(), verdict.limit()),
                        verdict.rule());
            }
        }
        List<String> lines = shown.how().lastLines();
        lines.stream()
                .skip(Math.max(0, lines.size() - LINES))
                .map(Inert::printed)
                .forEach(block::printed);
        if (twoSides) {
            block.note(consequence(failure));
        }
        if (!shown.how().command().isBlank()) {
            block.help("to repeat it, run  " + Inert.command(shown.how().command()));
        }
        return block;
    }

    private static boolean alike(CaseFailure failure) {
        return failure.base()
                .map(side -> side.how().message())
                .equals(failure.head().map(side -> side.how().message()));
    }

    private void facts(Block block, CaseFailure.OnSide side, String of) {
        cause(block, side, of);
        log(block, Optional.of(side), of + "log");
    }

    private static void cause(Block block, CaseFailure.OnSide side, String of) {
        block.fact(of + "cause", Words.of(side.how().cause()) + " in " + Words.ofForks(side.failed(), side.of()));
        String message = side.how().message();
        block.fact(of + "message", message.isBlank() ? Decimals.NONE : Inert.sentence(message));
    }

    /** The path of the log, relative to the working folder of the program. */
    private void log(Block block, Optional<CaseFailure.OnSide> side, String key) {
        side.map(CaseFailure.OnSide::how)
                .flatMap(Outcome.Failed::log)
                .ifPresent(log -> block.file(
                        key,
                        Inert.name(view.facts()
                                .folder()
                                .map(run -> run + "/" + log)
                                .orElse(log))));
    }

    private String consequence(CaseFailure failure) {
        return switch (failure.where()) {
            case BOTH_SIDES -> "it also fails without the change, so the change cannot be judged: fix the benchmark";
            case BASE_ALONE ->
                failure.base().filter(CaseFailure.OnSide::whole).isPresent()
                        ? "the head runs, but there is nothing to compare it with: it is treated like a new case"
                        : "the forks of the base that finished are compared with the head";
            case HEAD_ALONE -> {
                if (failure.head().filter(CaseFailure.OnSide::whole).isEmpty()) {
                    yield "other forks of the head finished: it fails sometimes";
                }
                boolean isNew = view.found(Finding.NEW).stream()
                        .anyMatch(verdict -> verdict.name().equals(failure.name()));
                yield isNew
                        ? "only the head has this case"
                        : "it runs on the base: the change, or what it needs, breaks it";
            }
        };
    }
}
