package dev.clnrm.cleanroom.intelligence;

import dev.clnrm.cleanroom.IntelligenceException;
import dev.clnrm.cleanroom.IntelligenceException.Reason;
import dev.clnrm.cleanroom.intelligence.Schema.WrongDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** An open database of executions: one connection writes, the other reads what was committed. Safe for concurrent use. */
final class ExecutionStore implements AutoCloseable {
    private final ExecutionWriter writer;
    private final ExecutionReader reader;

    private ExecutionStore(ExecutionWriter writer, ExecutionReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Opens the file, creates it if it does not exist, and upgrades it to the current version. If this fails, nothing is left
     * open.
     */
    static ExecutionStore open(Path file) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ExecutionWriter writer = writer(file);
            try {
                return new ExecutionStore(writer, new ExecutionReader(Database.connect(file)));
            } catch (SQLException e) {
                writer.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IntelligenceException(
                    Reason.STORAGE_FAILED,
                    Database.place(file),
                    "its folder cannot be created: " + e,
                    "use a file in a writable folder",
                    e);
        } catch (SQLException e) {
            throw Database.failure(file, "opening", e);
        } catch (WrongDatabase e) {
            throw new IntelligenceException(Reason.WRONG_DATABASE, Database.place(file), e.what(), e.help(), e);
        }
    }

    ExecutionWriter writer() {
        return writer;
    }

    ExecutionReader reader() {
        return reader;
    }

    private static ExecutionWriter writer(Path file) throws SQLException, WrongDatabase {
        Connection connection = Database.connect(file);
        try {
            Schema.upgrade(connection);
            return new ExecutionWriter(connection);
        } catch (SQLException | WrongDatabase | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Waits for current calls. The reader is closed first, so that the writer writes the log into the file when it closes. */
    @Override
    public void close() throws SQLException {
        try {
            reader.close();
        } finally {
            writer.close();
        }
    }
}
