package dev.clnrm.bench.git;

/**
 * A source file of a revision.
 *
 * @param path relative to the repository
 * @param root where its package begins
 */
public record SourceFile(String path, SourceRoot root) {}
