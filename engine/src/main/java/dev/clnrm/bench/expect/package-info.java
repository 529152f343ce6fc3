/** What cases are held to, and the sides of a comparison held to it. */
@NullMarked
package dev.clnrm.bench.expect;

import org.jspecify.annotations.NullMarked;
