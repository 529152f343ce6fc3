package dev.clnrm.cleanroom.policy;

import java.io.IOException;
import java.nio.file.Path;

/** Stores audit records in addition to the result of their scenario. Safe for concurrent use. */
@FunctionalInterface
public interface AuditLog {
    /** Stores nothing. */
    AuditLog NONE = record -> {};

    /**
     * Stores a record; it is safe when the call returns.
     *
     * @throws IOException if it could not be stored; the scenario then ends, because no step runs at level high without one
     */
    void write(AuditRecord record) throws IOException;

    /**
     * Checks that records can be stored, before the first step of a scenario runs; the default checks nothing.
     *
     * @throws IOException if they cannot; then no step runs
     */
    default void check() throws IOException {}

    /**
     * A file that gets one line of JSON for each record and is synchronised to the disk each time. It is created before the first
     * step.
     */
    static AuditLog file(Path path) {
        return new AuditFile(path);
    }
}
