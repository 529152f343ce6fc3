/** What runs in a measured JVM: the precompiled shapes that call a suite's lambdas, and the process that asks suites what they declare. */
@NullMarked
package dev.clnrm.bench.fork.internal;

import org.jspecify.annotations.NullMarked;
