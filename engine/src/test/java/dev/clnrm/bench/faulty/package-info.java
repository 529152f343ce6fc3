/** Suites that do everything a benchmark must not, and sound ones beside them: what forks are tested with. */
@NullMarked
package dev.clnrm.bench.faulty;

import org.jspecify.annotations.NullMarked;
