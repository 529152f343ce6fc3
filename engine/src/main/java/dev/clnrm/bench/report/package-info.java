/** Judgements as text for readers. Each format has a package. */
@NullMarked
package dev.clnrm.bench.report;

import org.jspecify.annotations.NullMarked;
