/** Stored runs as series with their change points. */
@NullMarked
package dev.clnrm.bench.report.history;

import org.jspecify.annotations.NullMarked;
