/** Finds the JMH benchmarks of a project and how they are built, and writes its first {@code budgets.yaml} and workflows. */
@NullMarked
package dev.clnrm.bench.init;

import org.jspecify.annotations.NullMarked;
