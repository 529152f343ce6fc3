package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file or folder that could not be written, for example because the disk is full. Its previous content is intact. */
public final class UnwritableFileException extends FileException {
    public UnwritableFileException(Path file, IOException cause) {
        super(
                new Fault(
                        place(file),
                        "cannot be written: " + why(cause),
                        "free some space or use another folder; what was written before is intact"),
                cause);
    }

    public UnwritableFileException(Path file, String message, String help) {
        this(place(file), message, help);
    }

    public UnwritableFileException(Place place, String message, String help) {
        super(new Fault(place, message, help));
    }

    /** The reason; the message of some exceptions is only a path. */
    private static String why(IOException cause) {
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (cause instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (cause instanceof FileAlreadyExistsException there) {
            return there.getFile() + " exists already";
        }
        return String.valueOf(cause.getMessage());
    }
}
