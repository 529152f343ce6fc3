/** Values of one metric, nested by fork, and the files that contain them. */
@NullMarked
package dev.clnrm.bench.samples;

import org.jspecify.annotations.NullMarked;
