/** The immutable model of both notations: suites, benchmarks, budgets, laws. Base units: seconds, bytes. */
@NullMarked
package dev.clnrm.bench.model;

import org.jspecify.annotations.NullMarked;
