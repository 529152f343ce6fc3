@NullMarked
package dev.clnrm.bench.terminal;

import org.jspecify.annotations.NullMarked;
