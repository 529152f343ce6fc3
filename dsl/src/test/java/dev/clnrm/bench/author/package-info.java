/**
 * Suites written as authors write them: outside the packages of the DSL, whose own frames are never the place of a declaration.
 */
@NullMarked
package dev.clnrm.bench.author;

import org.jspecify.annotations.NullMarked;
