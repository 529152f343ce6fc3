package dev.clnrm.bench.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a database. Each version is a script beside this class: {@code schema-1.sql} and so on. Every script runs on both SQLite
 * and PostgreSQL. A released script is never changed. A database of a newer version is refused.
 */
final class Migrations {
    /** The version of the last script. */
    static final int VERSION = 1;

    private Migrations() {}

    /** Updates a database to this version. Another program may do the same at the same time. */
    static void bring(String url, Connection database) throws SQLException {
        int version = version(database);
        // SQLite waits for other writers only if a transaction begins by writing.
        database.commit();
        if (version > VERSION) {
            throw StoreFault.unreadable(
                    url,
                    "the database is of version " + version + ", and this version of clnrm-bench reads version "
                            + VERSION,
                    StoreFault.NEWER);
        }
        try {
            for (int next = version + 1; next <= VERSION; next++) {
                run(database, next);
            }
            database.commit();
        } catch (SQLException e) {
            database.rollback();
            if (version(database) != VERSION) {
                throw e;
            }
            database.commit();
        }
    }

    /** The version of a database; 0 if it does not have these tables. */
    private static int version(Connection database) throws SQLException {
        try (ResultSet tables = database.getMetaData()
                .getTables(null, database.getSchema(), "clnrm_bench_schema", new String[] {"TABLE"})) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (PreparedStatement query = database.prepareStatement("select max(version) from clnrm_bench_schema");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static void run(Connection database, int version) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String command : script(version).split(";\\s*", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
        try (PreparedStatement insert =
                database.prepareStatement("insert into clnrm_bench_schema (version) values (?)")) {
            insert.setInt(1, version);
            insert.executeUpdate();
        }
    }

    private static String script(int version) {
        String name = "schema-" + version + ".sql";
        try (InputStream script = Migrations.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
