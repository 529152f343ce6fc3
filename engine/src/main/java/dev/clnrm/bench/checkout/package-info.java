/** Revisions of a project, each in a folder of its own and built there. */
@NullMarked
package dev.clnrm.bench.checkout;

import org.jspecify.annotations.NullMarked;
