package dev.clnrm.cleanroom.intelligence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as the upgrade steps that create them. The database stores the number of its steps ({@code user_version}) and its
 * owner ({@code application_id}); opening it runs the remaining steps in one transaction.
 */
final class Schema {
    /** "CLNR": distinguishes these files from other SQLite databases. */
    static final int APPLICATION = 0x434C4E52;

    private static final List<List<String>> STEPS = List.of(
            List.of(
                    "PRAGMA application_id = " + APPLICATION,
                    "CREATE TABLE test(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
                    """
                    CREATE TABLE execution(
                        id INTEGER PRIMARY KEY,
                        test INTEGER NOT NULL REFERENCES test(id),
                        time INTEGER NOT NULL,
                        success INTEGER NOT NULL,
                        duration INTEGER NOT NULL,
                        error TEXT,
                        cpu INTEGER NOT NULL,
                        memory INTEGER NOT NULL,
                        disk INTEGER NOT NULL,
                        network INTEGER NOT NULL)"""),
            // Covers the columns that find flaky tests, in the order in which they are read.
            List.of("CREATE INDEX execution_by_test ON execution(test, time, id, success)"));

    /** The version that this library writes. */
    static final int VERSION = STEPS.size();

    private Schema() {}

    static int version(Connection connection) throws SQLException {
        return number(connection, "PRAGMA user_version");
    }

    /**
     * Upgrades the database to {@link #VERSION}; if this fails, the database is unchanged.
     *
     * @throws WrongDatabase if it belongs to something else or to a later version
     */
    static void upgrade(Connection connection) throws SQLException, WrongDatabase {
        upgrade(connection, VERSION);
    }

    static void upgrade(Connection connection, int target) throws SQLException, WrongDatabase {
        if (!check(connection, target)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                if (check(connection, target)) {
                    for (int done = version(connection); done < target; done++) {
                        for (String sql : STEPS.get(done)) {
                            statement.execute(sql);
                        }
                    }
                    statement.execute("PRAGMA user_version = " + target);
                }
                statement.execute("COMMIT");
            } catch (SQLException | WrongDatabase e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    /** Whether steps are missing. */
    private static boolean check(Connection connection, int target) throws SQLException, WrongDatabase {
        int version = version(connection);
        boolean fresh = version == 0 && number(connection, "SELECT COUNT(*) FROM sqlite_schema") == 0;
        if (!fresh && number(connection, "PRAGMA application_id") != APPLICATION) {
            throw new WrongDatabase(
                    "the file is the database of another program", "use a separate file for the executions");
        }
        if (version > target) {
            throw new WrongDatabase(
                    "the database has version " + version + ", and this library knows versions up to " + target,
                    "use the library that wrote it or a later one, or name another file");
        }
        return version < target;
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }

    /** The file is not a usable database. */
    static final class WrongDatabase extends Exception {
        private static final long serialVersionUID = 1L;

        private final String help;

        WrongDatabase(String what, String help) {
            super(what);
            this.help = help;
        }

        String what() {
            return String.valueOf(getMessage());
        }

        String help() {
            return help;
        }
    }
}
