/** Revisions are had from real repositories. */
@NullMarked
package dev.clnrm.bench.git;

import org.jspecify.annotations.NullMarked;
