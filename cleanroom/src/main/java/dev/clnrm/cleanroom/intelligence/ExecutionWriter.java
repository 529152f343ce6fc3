package dev.clnrm.cleanroom.intelligence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Optional;

/**
 * Writes executions, one transaction at a time, and holds the file's lock only during a transaction. Safe for concurrent use:
 * callers take turns.
 */
final class ExecutionWriter implements AutoCloseable {
    private static final String NAME = "INSERT OR IGNORE INTO test(name) VALUES(?)";

    private static final String INSERT = """
            INSERT INTO execution(test, time, success, duration, error, cpu, memory, disk, network)
            VALUES((SELECT id FROM test WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;
    private final PreparedStatement name;
    private final PreparedStatement insert;
    private final PreparedStatement begin;
    private final PreparedStatement commit;

    /** Takes ownership of the connection, and closes it at the end. */
    ExecutionWriter(Connection connection) throws SQLException {
        this.connection = connection;
        this.name = connection.prepareStatement(NAME);
        this.insert = connection.prepareStatement(INSERT);
        this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
        this.commit = connection.prepareStatement("COMMIT");
    }

    /** Writes all of them and returns when they are on the disk; if anything fails, writes none. */
    synchronized void write(Iterable<TestExecution> executions) throws SQLException {
        begin.execute();
        try {
            for (TestExecution execution : executions) {
                name.setString(1, execution.test());
                name.executeUpdate();
                bind(execution);
                insert.executeUpdate();
            }
            commit.execute();
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            throw e;
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }

    private void rollBack(Throwable cause) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private void bind(TestExecution execution) throws SQLException {
        ResourceUsage usage = execution.usage();
        insert.setString(1, execution.test());
        insert.setLong(2, Nanos.of(execution.time()));
        insert.setInt(3, execution.success() ? 1 : 0);
        insert.setLong(4, Nanos.of(execution.duration()));
        Optional<String> error = execution.error();
        if (error.isPresent()) {
            insert.setString(5, error.get());
        } else {
            insert.setNull(5, Types.VARCHAR);
        }
        insert.setLong(6, Nanos.of(usage.cpuTime()));
        insert.setLong(7, usage.memory());
        insert.setLong(8, usage.disk());
        insert.setLong(9, usage.network());
    }
}
