/** What a project declared: {@code budgets.yaml} and suites read with positions, every fault at once, and made one model. */
@NullMarked
package dev.clnrm.bench.declare;

import org.jspecify.annotations.NullMarked;
