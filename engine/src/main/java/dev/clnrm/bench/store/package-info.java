/** Runs kept and found again. */
@NullMarked
package dev.clnrm.bench.store;

import org.jspecify.annotations.NullMarked;
