package dev.clnrm.bench.app;

import dev.clnrm.bench.samples.UnreadableFileException;

/** A file somebody named that is not what it should be: wrong use, unlike a file this program wrote itself. */
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

    /** What gives a value from files. */
    public interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    /** What {@code reading} gives, unless a file cannot be read: that is the user's fault. */
    public static <T, E extends Exception> T unless(Reading<T, E> reading) throws E {
        try {
            return reading.read();
        } catch (UnreadableFileException e) {
            throw new BadFile(e);
        }
    }
}
