package dev.clnrm.cleanroom.intelligence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads executions, without waiting for a writer. Safe for concurrent use: callers take turns. */
final class ExecutionReader implements AutoCloseable {
    private static final String COUNT = "SELECT COUNT(*) FROM execution";

    private static final String ALIVE = "SELECT COALESCE(MAX(id), 0) FROM execution";

    private static final String LATEST = """
            SELECT ?1, time, success, duration, error, cpu, memory, disk, network
            FROM execution WHERE test = (SELECT id FROM test WHERE name = ?1) ORDER BY time DESC, id DESC LIMIT ?2""";

    private static final String OUTCOMES = """
            SELECT success FROM execution
            WHERE test = (SELECT id FROM test WHERE name = ?1) ORDER BY time DESC, id DESC LIMIT ?2""";

    private static final String FLIPS = """
            SELECT (SELECT name FROM test WHERE id = recent.test),
                   COUNT(*), COUNT(*) - SUM(success), COUNT(before), SUM(success <> before)
            FROM (SELECT test, success,
                         LAG(success) OVER run AS before,
                         COUNT(*) OVER (PARTITION BY test) - ROW_NUMBER() OVER run AS age
                  FROM execution
                  WINDOW run AS (PARTITION BY test ORDER BY time, id)) AS recent
            WHERE age < ?
            GROUP BY test
            HAVING SUM(success <> before) >= ?""";

    private final Connection connection;

    /** Takes ownership of the connection, and closes it at the end. */
    ExecutionReader(Connection connection) {
        this.connection = connection;
    }

    synchronized long count() throws SQLException {
        return number(COUNT);
    }

    /** Reads the table, at a cost that does not grow with its size. */
    synchronized long newestId() throws SQLException {
        return number(ALIVE);
    }

    /** The latest executions of a test, the oldest of them first. */
    synchronized List<TestExecution> latest(String test, int limit) throws SQLException {
        List<TestExecution> found = new ArrayList<>();
        try (PreparedStatement statement = statement(LATEST, test, limit);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(execution(rows));
            }
        }
        Collections.reverse(found);
        return List.copyOf(found);
    }

    /** Whether the latest executions of a test passed, the oldest of them first. */
    synchronized List<Boolean> outcomes(String test, int limit) throws SQLException {
        List<Boolean> found = new ArrayList<>();
        try (PreparedStatement statement = statement(OUTCOMES, test, limit);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getInt(1) == 1);
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** The tests with at least this many flips among their latest executions. */
    synchronized List<FlakyTest> flipped(int limit, int atLeast) throws SQLException {
        List<FlakyTest> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FLIPS)) {
            statement.setInt(1, limit);
            statement.setInt(2, atLeast);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int flips = rows.getInt(5);
                    found.add(new FlakyTest(
                            rows.getString(1),
                            rows.getInt(2),
                            rows.getInt(3),
                            flips,
                            Proportion.of(flips, rows.getInt(4))));
                }
            }
        }
        return found;
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private PreparedStatement statement(String sql, String test, int limit) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, test);
        statement.setInt(2, limit);
        return statement;
    }

    private static TestExecution execution(ResultSet row) throws SQLException {
        return new TestExecution(
                row.getString(1),
                Nanos.instant(row.getLong(2)),
                row.getInt(3) == 1,
                Duration.ofNanos(row.getLong(4)),
                Optional.ofNullable(row.getString(5)),
                new ResourceUsage(Duration.ofNanos(row.getLong(6)), row.getLong(7), row.getLong(8), row.getLong(9)));
    }
}
