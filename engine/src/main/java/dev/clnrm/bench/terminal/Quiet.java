package dev.clnrm.bench.terminal;

/** Nothing is shown. */
enum Quiet implements Progress {
    PROGRESS
}
