/** Intervals, contrasts, trends and laws of growth; nothing here knows which answer is wanted. */
@NullMarked
package dev.clnrm.bench.analyse;

import org.jspecify.annotations.NullMarked;
