/** Services of the operating system: other programs and temporary folders. */
@NullMarked
package dev.clnrm.bench.os;

import org.jspecify.annotations.NullMarked;
