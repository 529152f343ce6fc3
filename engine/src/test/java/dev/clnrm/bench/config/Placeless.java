package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Quantity;
import java.util.List;
import java.util.Map;

/** Declarations without the places they were written at, for comparing. */
final class Placeless {
    private Placeless() {}

    static Budget of(Budget b) {
        return new Budget(
                b.label(),
                b.category(),
                b.time().map(Placeless::limit),
                b.allocation().map(Placeless::limit),
                b.timeChange().map(Placeless::change),
                b.allocationChange().map(Placeless::change),
                b.because(),
                b.owner());
    }

    private static <Q extends Quantity<Q>> Limit<Q> limit(Limit<Q> limit) {
        return new Limit<>(limit.atMost(), limit.critical(), limit.percentile(), Place.UNKNOWN);
    }

    private static Change change(Change c) {
        return new Change(c.tolerance(), c.warning(), c.critical(), c.alert(), Place.UNKNOWN);
    }

    static Law of(Law law) {
        return law.between(law.name(), law.references(), Place.UNKNOWN);
    }

    private static SuiteSource of(SuiteSource source) {
        if (source instanceof SuiteSource.Dsl s) {
            return new SuiteSource.Dsl(s.name(), s.classpath(), s.suiteClass(), s.measure(), Place.UNKNOWN);
        }
        if (source instanceof SuiteSource.Jmh s) {
            return new SuiteSource.Jmh(
                    s.name(), s.classpath(), s.include(), s.exclude(), s.params(), s.measure(), Place.UNKNOWN);
        }
        throw new IllegalStateException("not a source: " + source);
    }

    static BudgetsFile of(BudgetsFile f) {
        return new BudgetsFile(
                new SourceText(f.path(), List.of()),
                f.suites().stream().map(Placeless::of).toList(),
                f.build(),
                f.measure(),
                f.changes(),
                f.budgets().stream()
                        .map(r -> new BudgetRule(r.pattern(), of(r.budget()), Place.UNKNOWN))
                        .toList(),
                f.laws().stream().map(r -> new LawRule(of(r.law()), Map.of())).toList(),
                f.waivers().stream()
                        .map(w -> new Waiver(w.pattern(), w.until(), w.because(), Place.UNKNOWN, Place.UNKNOWN))
                        .toList(),
                f.hooks(),
                List.of());
    }
}
