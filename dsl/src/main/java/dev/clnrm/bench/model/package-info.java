/** The immutable model that both notations become: suites, benchmarks, budgets, laws. Base units: seconds, bytes. */
@NullMarked
package dev.clnrm.bench.model;

import org.jspecify.annotations.NullMarked;
