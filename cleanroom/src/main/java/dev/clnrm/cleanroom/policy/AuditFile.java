package dev.clnrm.cleanroom.policy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file with one line of JSON for each audit record. */
record AuditFile(Path path) implements AuditLog {
    @Override
    public void check() throws IOException {
        open().close();
    }

    @Override
    public void write(AuditRecord record) throws IOException {
        byte[] line = (record.toJson() + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileOutputStream file = open()) {
            file.write(line);
            file.getFD().sync();
        }
    }

    private FileOutputStream open() throws IOException {
        return new FileOutputStream(path.toFile(), true);
    }
}
