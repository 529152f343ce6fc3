package dev.clnrm.cleanroom.intelligence;

import dev.clnrm.cleanroom.IntelligenceException;
import dev.clnrm.cleanroom.IntelligenceException.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Opens a database file and describes its failures. */
final class Database {
    /** The longest wait for a lock: a commit takes milliseconds, so a process that holds a lock longer hangs. */
    private static final int BUSY_MILLIS = 5_000;

    /**
     * The size of the cache. Tests are stored in random order, so a batch writes to pages all over the index. The cache holds the
     * index of a hundred thousand executions; memory is used only as needed.
     */
    private static final int CACHE_KIBIBYTES = 16 * 1024;

    /**
     * The number of pages of 4 KiB in the log before they are written to the file: 16 MiB. A page that several batches have
     * changed is written only once.
     */
    private static final int LOG_PAGES = 4_000;

    /** The part of a result code that the extended codes of one failure share. */
    private static final int PRIMARY_CODE = 0xff;

    private Database() {}

    /**
     * Opens a connection to the file, and creates the file if it does not exist. A commit returns when it is on the disk: the log
     * is written first, and synchronised at each commit.
     */
    static Connection connect(Path file) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
        while (true) {
            try {
                return open(file);
            } catch (SQLiteException e) {
                // SQLite does not wait for another process that switches a new file to the log at the same moment,
                // because both would wait for each other.
                if (!isBusy(e) || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    private static boolean isBusy(SQLiteException e) {
        return (e.getErrorCode() & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIBIBYTES);
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + file.toUri(), config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = " + LOG_PAGES);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    static String place(Path file) {
        return "service '" + AiIntelligenceService.NAME + "', database " + file;
    }

    static IntelligenceException failure(Path file, String doing, SQLException cause) {
        if (cause instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB) {
            return new IntelligenceException(
                    Reason.WRONG_DATABASE,
                    place(file),
                    "the file is not a database",
                    "use a separate file for the executions",
                    cause);
        }
        return new IntelligenceException(
                Reason.STORAGE_FAILED,
                place(file),
                doing + " failed: " + cause.getMessage(),
                "check the disk space, the file's permissions, and other processes that use the file; then try again",
                cause);
    }
}
