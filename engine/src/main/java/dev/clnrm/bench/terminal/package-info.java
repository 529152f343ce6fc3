/** Progress of a run in the terminal. */
@NullMarked
package dev.clnrm.bench.terminal;

import org.jspecify.annotations.NullMarked;
