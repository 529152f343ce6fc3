/** A report, a history and the declared cases for a terminal. */
@NullMarked
package dev.clnrm.bench.report.table;

import org.jspecify.annotations.NullMarked;
