/** Intervals, tests, trends and laws of growth. Nothing here knows a budget. */
@NullMarked
package dev.clnrm.bench.stats;

import org.jspecify.annotations.NullMarked;
