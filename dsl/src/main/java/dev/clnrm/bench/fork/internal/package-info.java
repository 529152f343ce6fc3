/** The code in a measured JVM: the precompiled shapes that call a suite's lambdas, and the process that reads declarations. */
@NullMarked
package dev.clnrm.bench.fork.internal;

import org.jspecify.annotations.NullMarked;
