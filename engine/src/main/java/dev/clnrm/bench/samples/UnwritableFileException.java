package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file or folder that could not be written, as on a full disk. What it held before is unharmed. */
public final class UnwritableFileException extends FileException {
    private static final long serialVersionUID = 1;

    public UnwritableFileException(Path file, IOException cause) {
        super(
                new Fault(
                        place(file),
                        "cannot be written: " + why(cause),
                        "make room or give another directory; what was written before is unharmed"),
                cause);
    }

    public UnwritableFileException(Path file, String message, String help) {
        this(place(file), message, help);
    }

    public UnwritableFileException(Place place, String message, String help) {
        super(new Fault(place, message, help));
    }

    /** The message of some of these is a path and nothing else. */
    private static String why(IOException cause) {
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (cause instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is in the way";
        }
        return String.valueOf(cause.getMessage());
    }
}
