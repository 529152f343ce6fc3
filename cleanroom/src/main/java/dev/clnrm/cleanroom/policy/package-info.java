/** What a scenario may run and show: levels, refusals, redaction and audit records. */
@NullMarked
package dev.clnrm.cleanroom.policy;

import org.jspecify.annotations.NullMarked;
