/** A report as JUnit XML. */
@NullMarked
package dev.clnrm.bench.report.junit;

import org.jspecify.annotations.NullMarked;
