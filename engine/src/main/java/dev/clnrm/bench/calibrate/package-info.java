/** How often the rule is wrong: forks of the same code are split into two sides at random, with and without an added slowdown. */
@NullMarked
package dev.clnrm.bench.calibrate;

import org.jspecify.annotations.NullMarked;
