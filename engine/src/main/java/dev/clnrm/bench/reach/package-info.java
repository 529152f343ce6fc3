/** Finds the code that a case can reach, the differences between two sides, and the cases that the differences affect. */
@NullMarked
package dev.clnrm.bench.reach;

import org.jspecify.annotations.NullMarked;
