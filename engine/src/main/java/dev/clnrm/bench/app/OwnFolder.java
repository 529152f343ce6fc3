package dev.clnrm.bench.app;

import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder beside a project's file for its runs, baselines and builds. A new folder gets a file that makes git ignore all of it. */
final class OwnFolder {
    private static final String NAME = ".clnrm-bench";

    private OwnFolder() {}

    /** The folder of the project with this file. It is created if it does not exist. */
    static Path made(Path file) {
        Path folder = Project.directoryOf(file).resolve(NAME);
        if (!Files.isDirectory(folder)) {
            try {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(".gitignore"), "*\n");
            } catch (IOException e) {
                throw new UnwritableFileException(folder, e);
            }
        }
        return folder;
    }
}
