package dev.clnrm.bench.cli;

import picocli.CommandLine.Option;

/** Whether tables are as wide as they need. */
final class WideOption {
    @Option(names = "--wide", description = "Show every column and every name in full, however wide the table is.")
    boolean wide;
}
