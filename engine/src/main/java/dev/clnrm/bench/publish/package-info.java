/** Where people read: the terminal. */
@NullMarked
package dev.clnrm.bench.publish;

import org.jspecify.annotations.NullMarked;
