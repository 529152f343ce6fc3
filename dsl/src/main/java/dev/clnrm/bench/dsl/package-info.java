/** The DSL for projects. Start at {@link dev.clnrm.bench.dsl.Bench}. A declaration only creates values and does nothing else. */
@NullMarked
package dev.clnrm.bench.dsl;

import org.jspecify.annotations.NullMarked;
