/** Scenarios: steps that run in order or concurrently, with a policy and a timeout. */
@NullMarked
package dev.clnrm.cleanroom.scenario;

import org.jspecify.annotations.NullMarked;
