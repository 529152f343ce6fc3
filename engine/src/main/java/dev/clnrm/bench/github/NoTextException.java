package dev.clnrm.bench.github;

import java.io.FileNotFoundException;

/** A name on GitHub that is not of a file with a readable text: of a folder, a link to nowhere, a submodule or a file of more than 1 MB. */
public final class NoTextException extends FileNotFoundException {
    private static final long serialVersionUID = 1L;

    NoTextException(String path, String commit) {
        super(path + " of the commit " + commit + " is not a file of at most 1 MB");
    }
}
