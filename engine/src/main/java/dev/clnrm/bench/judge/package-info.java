/** Rules, and the verdicts on samples that follow from them. */
@NullMarked
package dev.clnrm.bench.judge;

import org.jspecify.annotations.NullMarked;
