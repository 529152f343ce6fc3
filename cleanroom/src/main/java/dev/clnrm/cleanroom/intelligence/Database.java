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

/** How a database file is opened, and how its failures are told. */
final class Database {
    /** A commit takes milliseconds; who has waited so long for another process's lock waits for one that hangs. */
    private static final int BUSY_MILLIS = 5_000;

    /**
     * Tests are stored in no order, so that a batch touches pages all over the index. This holds the index of a hundred thousand
     * executions; it is taken as far as it is used.
     */
    private static final int CACHE_KIBIBYTES = 16 * 1024;

    /**
     * Pages of 4 KiB in the log before they are folded into the file: 16 MiB. A page that several batches have written is folded
     * in once.
     */
    private static final int LOG_PAGES = 4_000;

    /** The part of a result code that the extended codes of one failure share. */
    private static final int PRIMARY_CODE = 0xff;

    private Database() {}

    /**
     * Opens a connection to the file, which is made where there is none. A commit returns once it is on the disk: the log
     * is written first, and synchronised at each commit.
     */
    static Connection connect(Path file) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
        while (true) {
            try {
                return open(file);
            } catch (SQLiteException e) {
                // SQLite does not wait for who switches a new file to the log at the same moment: both would wait for
                // each other.
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
                    "name a file of its own for the executions",
                    cause);
        }
        return new IntelligenceException(
                Reason.STORAGE_FAILED,
                place(file),
                doing + " failed: " + cause.getMessage(),
                "look at the disk's space, the file's rights, and what else holds the file; then try again",
                cause);
    }
}
