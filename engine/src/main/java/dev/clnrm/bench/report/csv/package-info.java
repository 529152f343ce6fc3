/** A report and a history for spreadsheets. */
@NullMarked
package dev.clnrm.bench.report.csv;

import org.jspecify.annotations.NullMarked;
