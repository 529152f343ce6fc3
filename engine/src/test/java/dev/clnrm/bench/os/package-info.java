/** Programs and temporary folders. */
@NullMarked
package dev.clnrm.bench.os;

import org.jspecify.annotations.NullMarked;
