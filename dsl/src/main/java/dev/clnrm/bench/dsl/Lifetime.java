package dev.clnrm.bench.dsl;

/** The lifetime of a prepared state. */
enum Lifetime {
    FORK,
    THREAD,
    INVOCATION
}
