/** The use cases: run, check, compare, publish and calibrate. Each measures or reads a run, judges it and reports. */
@NullMarked
package dev.clnrm.bench.app;

import org.jspecify.annotations.NullMarked;
