/** Programs that run, and folders that are there for a while. */
@NullMarked
package dev.clnrm.bench.os;

import org.jspecify.annotations.NullMarked;
