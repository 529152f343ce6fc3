/** Revisions of a project, each in its own folder and built there. */
@NullMarked
package dev.clnrm.bench.git;

import org.jspecify.annotations.NullMarked;
