/** A hermetic testing environment: services, containers reused by name, metrics and health. */
@NullMarked
package dev.clnrm.cleanroom;

import org.jspecify.annotations.NullMarked;
