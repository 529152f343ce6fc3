/** The command line interface: commands and their options. */
@NullMarked
package dev.clnrm.bench.cli;

import org.jspecify.annotations.NullMarked;
