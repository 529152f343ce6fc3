package dev.clnrm.bench.dsl;

/** How long a prepared state lasts. */
enum Lifetime {
    FORK,
    THREAD,
    INVOCATION
}
