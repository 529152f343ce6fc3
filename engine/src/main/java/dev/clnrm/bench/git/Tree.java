package dev.clnrm.bench.git;

import java.nio.file.Path;

/**
 * A revision's files where they are checked out.
 *
 * @param root the repository's folder
 * @param files what git knows of it, or would if it were asked to add all
 */
public record Tree(Path root, SourceFiles files) {}
