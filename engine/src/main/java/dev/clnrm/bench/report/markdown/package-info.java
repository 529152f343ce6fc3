/** A report for GitHub, made by templates. */
@NullMarked
package dev.clnrm.bench.report.markdown;

import org.jspecify.annotations.NullMarked;
