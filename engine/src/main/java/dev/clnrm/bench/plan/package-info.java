/** The forks of a run in their order, each with everything needed to start it. */
@NullMarked
package dev.clnrm.bench.plan;

import org.jspecify.annotations.NullMarked;
