package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;

/** A run as tests: each budget, each law and each failed case is one. */
public record JunitReport() implements Renderer {
    @Override
    public String render(Report view) {
        Junit junit = new Junit("clnrm-bench run");
        promises(junit, view.promises());
        return junit.render();
    }

    /** Adds what was promised of one side. */
    static void promises(Junit junit, Judgement judgement) {
        for (BudgetVerdict budget : judgement.budgets()) {
            boolean gated = !judgement.settings().ungated().contains(budget.name());
            junit.add(
                    budget.name().suite(),
                    shortName(budget.name()) + " " + BudgetText.limited(budget) + " budget",
                    kind(budget.status(), gated),
                    message(budget));
        }
        for (LawVerdict law : judgement.laws()) {
            String message = "measured " + LawText.measured(law).value() + ", required " + LawText.requirement(law)
                    + law.reason().map(reason -> ": " + Inert.sentence(reason)).orElse("");
            junit.add("laws", law.law().name(), kind(law.status(), true), message);
        }
        for (FailedCase failed : judgement.failed()) {
            junit.add(
                    failed.name().suite(),
                    shortName(failed.name()),
                    failed.gated() ? Junit.Kind.ERROR : Junit.Kind.SKIPPED,
                    failed.how().map(Words::failure).orElse("it was not run"));
        }
    }

    private static String message(BudgetVerdict budget) {
        String measured = budget.measured()
                .value()
                .map(value -> Amounts.against(
                        budget.metric(), value, budget.measured().interval(), budget.limit()))
                .orElse("nothing");
        return "measured " + measured + ", at most " + Amounts.limit(budget.metric(), budget.limit())
                + budget.reason().map(reason -> ": " + Inert.sentence(reason)).orElse("");
    }

    static String shortName(CaseName name) {
        return Inert.name(name.toString().substring(name.suite().length() + 1));
    }

    private static Junit.Kind kind(Status status, boolean gated) {
        return switch (status) {
            case FAIL -> gated ? Junit.Kind.FAILED : Junit.Kind.SKIPPED;
            case UNMEASURED -> gated ? Junit.Kind.ERROR : Junit.Kind.SKIPPED;
            case INCONCLUSIVE -> Junit.Kind.SKIPPED;
            case WARNING, PASS -> Junit.Kind.PASSED;
        };
    }
}
