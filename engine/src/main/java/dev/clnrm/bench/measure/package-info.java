/** Starts, watches and ends forks, one at a time, and hands out what they measured as records. */
@NullMarked
package dev.clnrm.bench.measure;

import org.jspecify.annotations.NullMarked;
