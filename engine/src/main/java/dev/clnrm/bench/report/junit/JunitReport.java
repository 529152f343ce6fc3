package dev.clnrm.bench.report.junit;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Words;
import java.util.Set;

/** A report as tests: each change of a metric of a case is one, each budget, each law, and each case that failed. */
public record JunitReport() implements Renderer {
    @Override
    public String render(Report report) {
        Junit junit = new Junit(report.change().isPresent() ? "clnrm-bench compare" : "clnrm-bench run");
        Set<CaseName> several = report.inSeveralModes();
        for (ChangeVerdict verdict : report.verdicts()) {
            String mode =
                    several.contains(verdict.name()) ? " " + verdict.mode().jmhName() : "";
            junit.add(
                    verdict.name().suite(),
                    shortName(verdict.name()) + mode + " " + Words.of(verdict.metric()) + " change",
                    kind(report, verdict),
                    message(report, verdict));
        }
        promises(junit, report.promises());
        return junit.render();
    }

    private static void promises(Junit junit, Judgement judgement) {
        for (BudgetVerdict budget : judgement.budgets()) {
            junit.add(
                    budget.name().suite(),
                    shortName(budget.name()) + " " + BudgetText.limited(budget) + " budget",
                    kind(budget.status()),
                    message(budget));
        }
        for (LawVerdict law : judgement.laws()) {
            String message = "measured " + LawText.measured(law).value() + ", required " + LawText.requirement(law)
                    + law.reason().map(reason -> ": " + Inert.sentence(reason)).orElse("");
            junit.add("laws", law.law().name(), kind(law.status()), message);
        }
        for (FailedCase failed : judgement.failed()) {
            junit.add(
                    failed.name().suite(),
                    shortName(failed.name()),
                    Junit.Kind.ERROR,
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

    private static String shortName(CaseName name) {
        return Inert.name(Words.inSuite(name));
    }

    private static Junit.Kind kind(Status status) {
        return switch (status) {
            case FAIL -> Junit.Kind.FAILED;
            case UNMEASURED -> Junit.Kind.ERROR;
            case INCONCLUSIVE -> Junit.Kind.SKIPPED;
            case WARNING, PASS -> Junit.Kind.PASSED;
        };
    }

    private static Junit.Kind kind(Report report, ChangeVerdict verdict) {
        return switch (verdict.finding()) {
            case REGRESSED -> report.compared().fails(verdict) ? Junit.Kind.FAILED : Junit.Kind.SKIPPED;
            case FAILED -> Junit.Kind.FAILED;
            case INCOMPARABLE, INCONCLUSIVE, MISSING, REMOVED ->
                report.compared().settings().failOnInconclusive() ? Junit.Kind.FAILED : Junit.Kind.SKIPPED;
            case NEW -> Junit.Kind.SKIPPED;
            case IMPROVED, OK -> Junit.Kind.PASSED;
        };
    }

    private static String message(Report report, ChangeVerdict verdict) {
        StringBuilder out = new StringBuilder(report.sign(verdict).word());
        verdict.severity().ifPresent(s -> out.append(", ").append(Words.of(s)));
        ChangeText.whole(verdict).ifPresent(change -> out.append(": ").append(change));
        verdict.reasons().forEach(reason -> out.append("; ").append(Inert.sentence(reason)));
        verdict.waiver().ifPresent(w -> out.append("; waived until ")
                .append(w.until())
                .append(": ")
                .append(Inert.sentence(w.because())));
        return out.toString();
    }
}
