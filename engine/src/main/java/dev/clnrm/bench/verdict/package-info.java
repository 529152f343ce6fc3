/** Measurements held against what was promised. */
@NullMarked
package dev.clnrm.bench.verdict;

import org.jspecify.annotations.NullMarked;
