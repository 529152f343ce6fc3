package dev.clnrm.bench.samples;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Place;

/** A file that cannot be used. Its message is for the user; its stack trace adds nothing. */
public abstract sealed class FileException extends RuntimeException
        permits UnreadableFileException, UnwritableFileException {
    private final Fault fault;

    FileException(Fault fault, Throwable cause) {
        super(fault.place() + ": error: " + fault.message(), cause);
        this.fault = fault;
    }

    FileException(Fault fault) {
        super(fault.place() + ": error: " + fault.message());
        this.fault = fault;
    }

    /** The place, the problem and the advice. */
    public Fault fault() {
        return fault;
    }

    static Place place(java.nio.file.Path file) {
        return new Place(file.toString(), 0, 0);
    }
}
