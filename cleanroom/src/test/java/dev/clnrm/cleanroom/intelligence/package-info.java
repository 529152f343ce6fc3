/** Tests of the store of executions and of what it answers. */
@NullMarked
package dev.clnrm.cleanroom.intelligence;

import org.jspecify.annotations.NullMarked;
