package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Place;

/**
 * The budget of every case that a pattern matches.
 *
 * @param pattern the cases
 * @param budget their budget; each limit and change has the place of its own line
 * @param place the place of the pattern
 */
public record BudgetRule(CasePattern pattern, Budget budget, Place place) {}
