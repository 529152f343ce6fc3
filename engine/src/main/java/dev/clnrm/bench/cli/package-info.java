/** The command line. */
@NullMarked
package dev.clnrm.bench.cli;

import org.jspecify.annotations.NullMarked;
