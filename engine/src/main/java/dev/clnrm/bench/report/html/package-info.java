/** A self-contained HTML page with everything that was measured and judged. */
@NullMarked
package dev.clnrm.bench.report.html;

import org.jspecify.annotations.NullMarked;
