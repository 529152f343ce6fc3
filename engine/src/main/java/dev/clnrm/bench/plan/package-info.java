/** Which forks run, in which order, each with everything needed to start it. */
@NullMarked
package dev.clnrm.bench.plan;

import org.jspecify.annotations.NullMarked;
