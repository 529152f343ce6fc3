package dev.clnrm.bench.report;

import dev.clnrm.bench.samples.Cost;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every case that failed on both sides, on the base alone or on the head alone, with its cause and its log; and those never run. */
final class CaseFailureBlocks {
    private final CompareView view;
    private final Style style;

    private CaseFailureBlocks(CompareView view, Style style) {
        this.view = view;
        this.style = style;
    }

    /**
     * The blocks.
     *
     * @param ofHead whether failures of the head alone are told; not where a run's own table just has
     */
    static String render(CompareView view, Style style, boolean ofHead) {
        CaseFailureBlocks all = new CaseFailureBlocks(view, style);
        List<CaseFailure> told = view.judgement().failures().stream()
                .filter(one -> ofHead || one.base().isPresent())
                .toList();
        List<String> blocks = new ArrayList<>();
        told.stream().limit(BudgetBlocks.MOST).map(all::block).forEach(blocks::add);
        if (told.size() > BudgetBlocks.MOST) {
            blocks.add(BudgetBlocks.more(told.size() - BudgetBlocks.MOST, StatusLabel.FAILED, style));
        }
        if (ofHead) {
            FailureBlocks.notRun(view.judgement().promises().failed(), style).ifPresent(blocks::add);
        }
        return String.join("\n", blocks);
    }

    private String block(CaseFailure failure) {
        Block block = new Block(
                style,
                StatusLabel.FAILED,
                Inert.name(failure.name()),
                Words.of(failure.where()) + (gated(failure) ? "" : ", not gated"));
        CaseFailure.OnSide shown = failure.head().or(failure::base).orElseThrow();
        if (failure.where() == CaseFailure.Where.BOTH_SIDES && !alike(failure)) {
            failure.base().ifPresent(side -> facts(block, side, "base "));
            failure.head().ifPresent(side -> facts(block, side, "head "));
        } else {
            cause(block, shown, "");
            failure.base().flatMap(side -> log(side.how())).ifPresent(log -> block.file("base log", log));
            failure.head().flatMap(side -> log(side.how())).ifPresent(log -> block.file("head log", log));
        }
        unmeasured(block, failure.name());
        FailureBlocks.lines(shown.how(), block, style);
        block.note(consequence(failure));
        if (!shown.how().command().isBlank()) {
            block.help("to repeat it, run  " + Inert.command(shown.how().command()));
        }
        return block.render();
    }

    private static boolean alike(CaseFailure failure) {
        return failure.base()
                .map(side -> side.how().message())
                .equals(failure.head().map(side -> side.how().message()));
    }

    private void facts(Block block, CaseFailure.OnSide side, String of) {
        cause(block, side, of);
        log(side.how()).ifPresent(log -> block.file(of + "log", log));
    }

    private static void cause(Block block, CaseFailure.OnSide side, String of) {
        block.fact(of + "cause", Words.of(side.how().cause()) + " in " + Words.ofForks(side.failed(), side.of()));
        block.fact(of + "message", Causes.message(side.how()));
    }

    private Optional<String> log(Outcome.Failed how) {
        return Causes.log(how, view.facts().cost().flatMap(Cost::folder));
    }

    private void unmeasured(Block block, CaseName name) {
        for (BudgetVerdict verdict : view.judgement().promises().budgets()) {
            if (verdict.name().equals(name) && verdict.status() == Status.UNMEASURED) {
                block.fact(
                        "unmeasured",
                        BudgetText.limited(verdict) + " at most " + Amounts.limit(verdict.metric(), verdict.limit()),
                        verdict.rule());
            }
        }
    }

    private String consequence(CaseFailure failure) {
        return switch (failure.where()) {
            case BOTH_SIDES ->
                "it fails without the change, too, so nothing can be said of the change: fix the benchmark";
            case BASE_ALONE ->
                failure.base().filter(CaseFailure.OnSide::whole).isPresent()
                        ? "the head runs, but has nothing to be compared with: it is treated like a new case"
                        : "the forks of the base that finished are compared with the head";
            case HEAD_ALONE -> {
                if (failure.head().filter(CaseFailure.OnSide::whole).isEmpty()) {
                    yield "other forks of the head finished: it fails at times";
                }
                yield isNew(failure)
                        ? "only the head has this case"
                        : "it runs on the base: the change, or what it needs, breaks it";
            }
        };
    }

    private boolean isNew(CaseFailure failure) {
        return view.found(Finding.NEW).stream()
                .anyMatch(verdict -> verdict.name().equals(failure.name()));
    }

    private boolean gated(CaseFailure failure) {
        return view.judgement().promises().failed().stream()
                .filter(failed -> failed.name().equals(failure.name()))
                .map(FailedCase::gated)
                .findFirst()
                .orElse(true);
    }
}
