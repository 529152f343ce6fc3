/** The benchmark suites of CLNRM, written with the DSL. */
@NullMarked
package dev.clnrm.benches;

import org.jspecify.annotations.NullMarked;
