/** What the program does, one class a use: a run judged again and reported where people look. */
@NullMarked
package dev.clnrm.bench.app;

import org.jspecify.annotations.NullMarked;
