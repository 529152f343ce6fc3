/** The rules of the architecture, held against the classes. */
@NullMarked
package dev.clnrm.bench.architecture;

import org.jspecify.annotations.NullMarked;
