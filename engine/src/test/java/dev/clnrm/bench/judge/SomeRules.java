package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import java.util.List;
import java.util.Map;

/** Rules of which a test sets only the part that it is about. */
public final class SomeRules {
    private SomeRules() {}

    public static Rules of(ChangeRules changes) {
        return of(changes, Rules.none().confidences());
    }

    public static Rules of(Confidences confidences) {
        return of(Rules.none().changes(), confidences);
    }

    public static Rules of(ChangeRules changes, Confidences confidences) {
        Rules none = Rules.none();
        return new Rules(
                none.budgets(),
                none.laws(),
                changes,
                none.waivers(),
                none.failOn(),
                confidences,
                none.strictness(),
                none.owed());
    }

    public static Rules of(Map<CaseName, Budget> budgets, List<Law> laws) {
        return of(Rules.none(), budgets, laws);
    }

    static Rules of(Rules others, Map<CaseName, Budget> budgets, List<Law> laws) {
        return new Rules(
                budgets,
                laws,
                others.changes(),
                others.waivers(),
                others.failOn(),
                others.confidences(),
                others.strictness(),
                others.owed());
    }
}
