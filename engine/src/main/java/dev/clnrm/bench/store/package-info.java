/** Stores of finished runs: a folder, a branch of the repository, or a database. */
@NullMarked
package dev.clnrm.bench.store;

import org.jspecify.annotations.NullMarked;
