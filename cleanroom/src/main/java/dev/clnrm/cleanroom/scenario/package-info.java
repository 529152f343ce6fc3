/** Scenarios: steps that run in order or side by side, under a policy, within a time. */
@NullMarked
package dev.clnrm.cleanroom.scenario;

import org.jspecify.annotations.NullMarked;
