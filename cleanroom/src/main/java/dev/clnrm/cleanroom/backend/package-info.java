/** The backends of a scenario's steps: scripts in this JVM, processes of the host, or a sandbox. */
@NullMarked
package dev.clnrm.cleanroom.backend;

import org.jspecify.annotations.NullMarked;
