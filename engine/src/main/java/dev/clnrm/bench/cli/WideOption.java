package dev.clnrm.bench.cli;

import picocli.CommandLine.Option;

/** The option for tables in full width. */
final class WideOption {
    @Option(names = "--wide", description = "Show every column and every name in full, however wide the table is.")
    boolean wide;
}
