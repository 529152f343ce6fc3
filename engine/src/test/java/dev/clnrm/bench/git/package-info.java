/** Tests with real repositories. */
@NullMarked
package dev.clnrm.bench.git;

import org.jspecify.annotations.NullMarked;
