/**
 * One additional fork under a profiler: where a case spends its time, what it allocates and what it waits for. No verdict depends
 * on it.
 */
@NullMarked
package dev.clnrm.bench.profile;

import org.jspecify.annotations.NullMarked;
