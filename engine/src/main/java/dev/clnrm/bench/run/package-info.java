/** Forks started, watched and ended, one at a time; what they give goes out as records. */
@NullMarked
package dev.clnrm.bench.run;

import org.jspecify.annotations.NullMarked;
