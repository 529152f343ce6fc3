/** The two notations against each other: what one says the other can say, and it is the same model. */
@NullMarked
package dev.clnrm.bench.notation;

import org.jspecify.annotations.NullMarked;
