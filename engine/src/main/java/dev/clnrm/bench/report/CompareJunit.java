package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.model.CaseName;
import java.util.Set;

/** A comparison as tests: each metric of each case is one, and each budget and law of the head. */
public record CompareJunit() implements Renderer {
    @Override
    public String render(Report view) {
        Junit junit = new Junit("clnrm-bench compare");
        Set<CaseName> several = view.inSeveralModes();
        for (ChangeVerdict verdict : view.compared().verdicts()) {
            String mode =
                    several.contains(verdict.name()) ? " " + verdict.mode().jmhName() : "";
            junit.add(
                    verdict.name().suite(),
                    JunitReport.shortName(verdict.name()) + mode + " " + Words.of(verdict.metric()) + " change",
                    kind(view, verdict),
                    message(view, verdict));
        }
        JunitReport.promises(junit, view.compared().promises());
        return junit.render();
    }

    private static Junit.Kind kind(Report view, ChangeVerdict verdict) {
        return switch (verdict.finding()) {
            case REGRESSED -> view.compared().fails(verdict) ? Junit.Kind.FAILED : Junit.Kind.SKIPPED;
            case FAILED -> Junit.Kind.FAILED;
            case INCOMPARABLE, INCONCLUSIVE, MISSING, REMOVED ->
                view.compared().settings().failOnInconclusive() ? Junit.Kind.FAILED : Junit.Kind.SKIPPED;
            case NEW -> Junit.Kind.SKIPPED;
            case IMPROVED, OK -> Junit.Kind.PASSED;
        };
    }

    private static String message(Report view, ChangeVerdict verdict) {
        StringBuilder out = new StringBuilder(view.sign(verdict).word());
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
