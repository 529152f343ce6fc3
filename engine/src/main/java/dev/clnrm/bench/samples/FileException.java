package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;

/** A file that cannot be used. Its message is for people; its stack trace says nothing more. */
public abstract sealed class FileException extends RuntimeException
        permits UnreadableFileException, UnwritableFileException {
    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    FileException(Fault fault, Throwable cause) {
        super(fault.place() + ": error: " + fault.message(), cause);
        this.fault = fault;
    }

    FileException(Fault fault) {
        super(fault.place() + ": error: " + fault.message());
        this.fault = fault;
    }

    /** Where, what, and what to do about it. */
    public Fault fault() {
        return fault;
    }

    static Place place(java.nio.file.Path file) {
        return new Place(file.toString(), 0, 0);
    }
}
