/** What the code of a case can reach, what differs between two sides, and which cases that touches. */
@NullMarked
package dev.clnrm.bench.reach;

import org.jspecify.annotations.NullMarked;
