/** What past executions of tests tell about the next one: stored in an embedded database, answered from it. */
@NullMarked
package dev.clnrm.cleanroom.intelligence;

import org.jspecify.annotations.NullMarked;
