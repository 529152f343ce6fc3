package dev.clnrm.cleanroom.policy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where audit records are kept beside the result of their scenario. Safe for concurrent use. */
@FunctionalInterface
public interface AuditLog {
    /** Keeps them nowhere else. */
    AuditLog NONE = record -> {};

    /**
     * Keeps a record; it is safe when the call returns.
     *
     * @throws IOException if it could not be kept; the scenario ends then, for no step runs at level high without one
     */
    void write(AuditRecord record) throws IOException;

    /** A file to which one line of JSON is added for each record, forced to the disk each time. It is made at the first. */
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
