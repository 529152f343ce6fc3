/** The overhead of the DSL: the same bodies as lambdas and as hand-written annotated methods. */
@NullMarked
package dev.clnrm.benches.overhead;

import org.jspecify.annotations.NullMarked;
