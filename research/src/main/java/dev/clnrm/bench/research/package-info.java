/** Compares the rule of the engine with those of other tools, on measurements of the same code. */
@NullMarked
package dev.clnrm.bench.research;

import org.jspecify.annotations.NullMarked;
