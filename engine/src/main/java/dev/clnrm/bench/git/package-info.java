/** Checkouts of a project's revisions, each built in a folder of its own. */
@NullMarked
package dev.clnrm.bench.git;

import org.jspecify.annotations.NullMarked;
