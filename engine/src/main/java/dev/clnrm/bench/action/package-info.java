/** The step of a GitHub workflow: its inputs become a run, the result becomes its outputs. */
@NullMarked
package dev.clnrm.bench.action;

import org.jspecify.annotations.NullMarked;
