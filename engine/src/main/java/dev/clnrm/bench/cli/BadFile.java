package dev.clnrm.bench.cli;

import dev.clnrm.bench.samples.UnreadableFileException;
import java.util.function.Supplier;

/** A file somebody named that is not what it should be: wrong use, unlike a file this program wrote itself. */
final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient UnreadableFileException file;

    private BadFile(UnreadableFileException file) {
        super(file);
        this.file = file;
    }

    UnreadableFileException file() {
        return file;
    }

    /** What {@code reading} gives, unless a file cannot be read: that is the user's fault. */
    static <T> T unless(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableFileException e) {
            throw new BadFile(e);
        }
    }
}
