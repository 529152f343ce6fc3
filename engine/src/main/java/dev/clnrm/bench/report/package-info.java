/** Verdicts as text, tables, pages and files for programs. */
@NullMarked
package dev.clnrm.bench.report;

import org.jspecify.annotations.NullMarked;
