/** Runs of other times as series, and how people and programs read them. */
@NullMarked
package dev.clnrm.bench.report.history;

import org.jspecify.annotations.NullMarked;
