/** The rule of the engine beside those of other tools, on measurements of the same code. */
@NullMarked
package dev.clnrm.bench.research;

import org.jspecify.annotations.NullMarked;
