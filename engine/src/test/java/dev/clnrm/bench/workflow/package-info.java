/** A stand-in for GitHub's runner: it executes the steps of a workflow with the action in its container. */
@NullMarked
package dev.clnrm.bench.workflow;

import org.jspecify.annotations.NullMarked;
