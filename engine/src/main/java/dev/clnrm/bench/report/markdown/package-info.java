/** A report for GitHub, rendered by templates. */
@NullMarked
package dev.clnrm.bench.report.markdown;

import org.jspecify.annotations.NullMarked;
