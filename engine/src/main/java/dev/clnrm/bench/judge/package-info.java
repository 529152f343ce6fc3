/** Rules, and the verdicts that follow from samples held against them. */
@NullMarked
package dev.clnrm.bench.judge;

import org.jspecify.annotations.NullMarked;
