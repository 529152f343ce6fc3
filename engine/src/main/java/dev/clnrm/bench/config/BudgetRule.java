package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Place;

/**
 * A budget of every case a pattern matches.
 *
 * @param pattern which cases
 * @param budget what they may cost; each limit and change has the place of its own line
 * @param place where the pattern was written
 */
public record BudgetRule(CasePattern pattern, Budget budget, Place place) {}
