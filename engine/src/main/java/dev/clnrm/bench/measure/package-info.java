/** Starts, watches and ends forks, one at a time, and returns their measurements as journal entries. */
@NullMarked
package dev.clnrm.bench.measure;

import org.jspecify.annotations.NullMarked;
