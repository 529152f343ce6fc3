/** One self-contained HTML page of everything measured and judged. */
@NullMarked
package dev.clnrm.bench.report.html;

import org.jspecify.annotations.NullMarked;
