package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that is missing, cannot be read, or has the wrong content. */
public final class UnreadableFileException extends FileException {
    public UnreadableFileException(Place place, String message, String help) {
        super(new Fault(place, message, help));
    }

    public UnreadableFileException(Path file, String message, String help) {
        this(place(file), message, help);
    }

    public UnreadableFileException(Path file, IOException cause) {
        super(new Fault(place(file), clause(cause), ""), cause);
    }

    private static String clause(IOException cause) {
        return cause instanceof NoSuchFileException ? "there is no such file" : "cannot be read: " + cause;
    }
}
