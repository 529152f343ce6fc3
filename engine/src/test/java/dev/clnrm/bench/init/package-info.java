/** Projects are real trees of files. */
@NullMarked
package dev.clnrm.bench.init;

import org.jspecify.annotations.NullMarked;
