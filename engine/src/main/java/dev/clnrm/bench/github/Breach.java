package dev.clnrm.bench.github;

/**
 * A line of a file, and the problem there.
 *
 * @param path the file, relative to the repository
 * @param line from 1
 * @param title a few words
 * @param message a sentence
 */
public record Breach(String path, int line, String title, String message) {
    /** The same on one of several platforms. */
    public Breach on(String platform) {
        return new Breach(path, line, title, message + " on " + platform);
    }
}
