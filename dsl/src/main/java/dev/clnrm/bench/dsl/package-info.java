/**
 * The words a project writes. Start at {@link dev.clnrm.bench.dsl.Bench}: declaring makes values and does nothing else.
 */
@NullMarked
package dev.clnrm.bench.dsl;

import org.jspecify.annotations.NullMarked;
