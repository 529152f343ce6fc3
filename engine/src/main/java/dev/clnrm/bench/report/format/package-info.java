/** The choice of a format. Each format has a package beside this one. */
@NullMarked
package dev.clnrm.bench.report.format;

import org.jspecify.annotations.NullMarked;
