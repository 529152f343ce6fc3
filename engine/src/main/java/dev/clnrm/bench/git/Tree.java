package dev.clnrm.bench.git;

import java.nio.file.Path;

/**
 * A revision's files in a checkout.
 *
 * @param root the repository's folder
 * @param files the files that git tracks, or would track after adding all
 */
public record Tree(Path root, SourceFiles files) {}
