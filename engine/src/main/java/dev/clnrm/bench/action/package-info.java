/** The step of a GitHub workflow. Its inputs become a run, and the result becomes its outputs. */
@NullMarked
package dev.clnrm.bench.action;

import org.jspecify.annotations.NullMarked;
