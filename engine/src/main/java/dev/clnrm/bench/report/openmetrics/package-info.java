/** A history as Prometheus reads it. */
@NullMarked
package dev.clnrm.bench.report.openmetrics;

import org.jspecify.annotations.NullMarked;
