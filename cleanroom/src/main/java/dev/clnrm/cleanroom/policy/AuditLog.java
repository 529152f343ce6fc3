package dev.clnrm.cleanroom.policy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
     * A file that gets one line of JSON for each record and is synchronised to the disk each time. It is created at the first
     * record.
     */
    static AuditLog file(Path path) {
        return record -> {
            byte[] line = (record.toJson() + "\n").getBytes(StandardCharsets.UTF_8);
            try (FileOutputStream file = new FileOutputStream(path.toFile(), true)) {
                file.write(line);
                file.getFD().sync();
            }
        };
    }
}
