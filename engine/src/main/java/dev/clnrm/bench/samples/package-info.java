/** Values of one metric, nested by fork, and the files they are kept in. */
@NullMarked
package dev.clnrm.bench.samples;

import org.jspecify.annotations.NullMarked;
