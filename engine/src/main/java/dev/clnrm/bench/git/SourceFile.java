package dev.clnrm.bench.git;

/**
 * A source file of a revision.
 *
 * @param path relative to the repository
 * @param root the root folder of its package
 */
public record SourceFile(String path, SourceRoot root) {}
