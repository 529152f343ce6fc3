package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All verdicts on a run.
 *
 * @param head the verdicts on the head by its budgets and laws
 * @param change the comparison of the head with the base; empty if there is no base
 * @param budgets every case with its budget, in the order declared
 */
public record Judgement(HeadJudgement head, Optional<ChangeJudgement> change, Map<CaseName, Budget> budgets) {
    public Judgement {
        budgets = Collections.unmodifiableMap(new LinkedHashMap<>(budgets));
    }

    /** The same with further caveats on the comparison. */
    public Judgement with(List<? extends Caveat> further) {
        return new Judgement(head, change.map(one -> one.with(further)), budgets);
    }
}
