/** What GitHub hands a step turned into a command, and back into outputs. */
@NullMarked
package dev.clnrm.bench.action;

import org.jspecify.annotations.NullMarked;
