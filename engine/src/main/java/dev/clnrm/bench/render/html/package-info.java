/** One self-contained HTML page of everything measured and judged. */
@NullMarked
package dev.clnrm.bench.render.html;

import org.jspecify.annotations.NullMarked;
