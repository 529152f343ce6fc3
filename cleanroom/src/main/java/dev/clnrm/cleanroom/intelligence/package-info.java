/** What past executions of tests show about the next one: stored in an embedded database, and analysed. */
@NullMarked
package dev.clnrm.cleanroom.intelligence;

import org.jspecify.annotations.NullMarked;
