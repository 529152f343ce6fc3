/** What the rule promises, measured: same code split at random, with and without a change put in. */
@NullMarked
package dev.clnrm.bench.calibrate;

import org.jspecify.annotations.NullMarked;
