/** Revisions are had from real repositories. */
@NullMarked
package dev.clnrm.bench.checkout;

import org.jspecify.annotations.NullMarked;
