/** The use cases: run, check, compare, publish and calibrate. Each one measures or reads a run, judges it and reports the result. */
@NullMarked
package dev.clnrm.bench.app;

import org.jspecify.annotations.NullMarked;
