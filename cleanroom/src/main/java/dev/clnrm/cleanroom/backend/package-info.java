/** What the steps of a scenario run on: scripts in this JVM, processes of the host, or a sandbox. */
@NullMarked
package dev.clnrm.cleanroom.backend;

import org.jspecify.annotations.NullMarked;
