package dev.clnrm.bench.app;

import dev.clnrm.bench.github.Breach;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the broken rules that have a place in a file of the repository. */
final class Breaches {
    private Breaches() {}

    static List<Breach> of(Report report) {
        Stream<Optional<Breach>> regressions = report.verdicts().stream()
                .filter(verdict -> report.compared().fails(verdict))
                .map(Breaches::regression);
        Stream<Optional<Breach>> budgets = report.promises().budgets().stream()
                .filter(budget -> budget.status() == Status.FAIL)
                .map(budget -> at(
                        Optional.of(budget.rule()),
                        "over budget: " + Words.of(budget.metric()),
                        Inert.name(budget.name()) + " is proven to be above its budget"));
        Stream<Optional<Breach>> laws = report.promises().laws().stream()
                .filter(law -> law.status() == Status.FAIL)
                .map(law -> at(
                        Optional.of(law.law().place()),
                        "law broken",
                        Inert.sentence(law.law().name()) + " is proven not to hold"));
        return Stream.of(regressions, budgets, laws)
                .flatMap(found -> found)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Breach> regression(ChangeVerdict verdict) {
        return at(
                verdict.rule().place(),
                "regressed: " + Words.of(verdict.metric()),
                Inert.name(verdict.name()) + " is proven worse in " + Words.of(verdict.metric()));
    }

    /** A breach, if its place can be a file of the repository. The place of a rule in code comes from the measuring machine and is not trusted. */
    private static Optional<Breach> at(Optional<Place> place, String title, String message) {
        return place.filter(where -> where.line() > 0 && where.file().matches("[A-Za-z0-9._][A-Za-z0-9._/ -]{0,300}"))
                .filter(where -> !where.file().contains(".."))
                .map(where -> new Breach(where.file(), where.line(), title, message));
    }
}
