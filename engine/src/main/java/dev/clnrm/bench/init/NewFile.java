package dev.clnrm.bench.init;

/**
 * A file to write.
 *
 * @param name its name, relative to the project
 * @param text all of it, or the lines to add
 * @param added whether the text is added to what is there
 */
record NewFile(String name, String text, boolean added) {}
