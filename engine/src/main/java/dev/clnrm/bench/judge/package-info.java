/** Rules, and the verdicts that follow from rules and samples. */
@NullMarked
package dev.clnrm.bench.judge;

import org.jspecify.annotations.NullMarked;
