/** Runs that were kept: what they say of themselves, and what was measured. */
@NullMarked
package dev.clnrm.bench.kept;

import org.jspecify.annotations.NullMarked;
