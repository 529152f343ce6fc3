/** Runs that were kept, judged again by the rules of whoever asks, and told where people look. */
@NullMarked
package dev.clnrm.bench.tell;

import org.jspecify.annotations.NullMarked;
