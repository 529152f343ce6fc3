package dev.clnrm.bench.init;

/**
 * A file to write.
 *
 * @param name its name, relative to the project
 * @param text the whole text, or the lines to add
 * @param added whether the text is added to an existing file
 */
record NewFile(String name, String text, boolean added) {}
