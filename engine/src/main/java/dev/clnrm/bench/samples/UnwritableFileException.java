package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.Fault;
import java.io.IOException;
import java.nio.file.Path;

/** A file or folder that could not be written, as on a full disk. What it held before is unharmed. */
public final class UnwritableFileException extends FileException {
    private static final long serialVersionUID = 1;

    public UnwritableFileException(Path file, IOException cause) {
        super(
                new Fault(
                        place(file),
                        "cannot be written: " + cause.getMessage(),
                        "make room or give another directory; what was written before is unharmed"),
                cause);
    }

    public UnwritableFileException(Path file, String message, String help) {
        super(new Fault(place(file), message, help));
    }
}
