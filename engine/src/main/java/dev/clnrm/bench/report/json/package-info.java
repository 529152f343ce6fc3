/** A report, a history and the declared cases for programs: stable interfaces. */
@NullMarked
package dev.clnrm.bench.report.json;

import org.jspecify.annotations.NullMarked;
