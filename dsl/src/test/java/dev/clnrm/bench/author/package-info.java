/** Suites as users write them: outside the packages of the DSL, whose own stack frames are never the place of a declaration. */
@NullMarked
package dev.clnrm.bench.author;

import org.jspecify.annotations.NullMarked;
