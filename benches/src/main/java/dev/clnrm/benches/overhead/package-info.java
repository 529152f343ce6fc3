/** What the DSL itself costs: the same bodies as lambdas and as methods annotated by hand. */
@NullMarked
package dev.clnrm.benches.overhead;

import org.jspecify.annotations.NullMarked;
