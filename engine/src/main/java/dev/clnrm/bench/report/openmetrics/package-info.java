/** A history for Prometheus. */
@NullMarked
package dev.clnrm.bench.report.openmetrics;

import org.jspecify.annotations.NullMarked;
