package dev.clnrm.bench.app;

import dev.clnrm.bench.samples.UnreadableFileException;

/** The fault of a file that the user named and that is invalid. This is wrong use, unlike a fault in a file that this program wrote. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient UnreadableFileException file;

    private BadFile(UnreadableFileException file) {
        super(file);
        this.file = file;
    }

    public UnreadableFileException file() {
        return file;
    }

    /** A function that reads a value from files. */
    public interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    /** Returns the result of {@code reading}. An unreadable file becomes a {@link BadFile}. */
    public static <T, E extends Exception> T unless(Reading<T, E> reading) throws E {
        try {
            return reading.read();
        } catch (UnreadableFileException e) {
            throw new BadFile(e);
        }
    }
}
