/** What a project declares: {@code budgets.yaml} and suites, read with positions, all faults at once, as one model. */
@NullMarked
package dev.clnrm.bench.config;

import org.jspecify.annotations.NullMarked;
