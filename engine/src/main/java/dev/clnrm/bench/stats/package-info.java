/** Intervals, tests, trends, change points and growth exponents. This package does not know budgets. */
@NullMarked
package dev.clnrm.bench.stats;

import org.jspecify.annotations.NullMarked;
