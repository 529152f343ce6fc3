/** Judgements for readers: what is said, and in which words. Each form it takes has a folder. */
@NullMarked
package dev.clnrm.bench.report;

import org.jspecify.annotations.NullMarked;
