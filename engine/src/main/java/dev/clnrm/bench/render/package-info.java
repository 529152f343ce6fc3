/** Verdicts in words and numbers: the same facts for people, spreadsheets and programs. */
@NullMarked
package dev.clnrm.bench.render;

import org.jspecify.annotations.NullMarked;
