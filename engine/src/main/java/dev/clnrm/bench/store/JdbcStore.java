package dev.clnrm.bench.store;

import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A store in a SQLite or PostgreSQL database, with one row per run. Several repositories may share it: each run belongs to the repository
 * that measured it. Each call opens its own connection, so none is open during a measurement.
 */
final class JdbcStore extends PackedStore {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * An address with a user or a password. It is refused, because it would appear in logs and in {@code run.json}. A password may contain a
     * slash, so everything before the query counts. The path of a SQLite file may contain {@code @}.
     */
    private static final Pattern SECRET = Pattern.compile("(?i)\\?.*password|^(?!" + SQLITE + ")[^?]*@");

    /** A SQLite address without the path of a file: a URI, a database in memory, or nothing. */
    private static final Pattern NO_FILE = Pattern.compile(SQLITE + "(file:.*|:.*|\\?.*)?");

    private static final String USER = "PGUSER";
    private static final String PASSWORD = "PGPASSWORD";

    static final String INSERT = "insert into clnrm_bench_run (repository, id, started, head, summary, files)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (repository, id) do nothing";
    private static final String NAME = "insert into clnrm_bench_baseline (repository, name, id) values (?, ?, ?)"
            + " on conflict (repository, name) do update set id = excluded.id";

    private final String url;
    private final String repository;
    private final Properties properties;

    private JdbcStore(String url, String repository, Path fetched, Properties properties) {
        super(fetched, "row");
        this.url = url;
        this.repository = repository;
        this.properties = properties;
    }

    /**
     * Opens the store of a project in a database.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
     * @param project a folder of the repository of the runs
     * @param fetched the folder for fetched runs
     * @param environment the variables with the user and the password
     */
    static JdbcStore of(String url, Path project, Path fetched, Map<String, String> environment) {
        Properties properties = properties(url, environment);
        return new JdbcStore(url, repository(url, project, environment), fetched, properties);
    }

    /** Opens the store of a repository, by its name, in a database. */
    static JdbcStore of(String url, String repository, Path fetched, Map<String, String> environment) {
        return new JdbcStore(url, repository, fetched, properties(url, environment));
    }

    /** The name of the project's repository. It is empty for a project without one, which can only use a database of its own. */
    private static String repository(String url, Path project, Map<String, String> environment) {
        String why =
                "this one has no remote with a name, and its first commit is not known (a shallow clone, or no commit)";
        try {
            Optional<String> name = Repository.at(project, environment).name();
            if (name.isPresent()) {
                return name.get();
            }
        } catch (CheckoutException e) {
            why = String.valueOf(e.getMessage());
        }
        if (url.startsWith(SQLITE)
                && file(url)
                        .toAbsolutePath()
                        .normalize()
                        .startsWith(project.toAbsolutePath().normalize())) {
            return "";
        }
        throw StoreFault.unreadable(
                url,
                "projects share a database by the names of their repositories, but " + why,
                "use a SQLite file in the folder of the project, or a clone with a remote `origin`; if the clone is shallow,"
                        + " `git fetch --unshallow` is enough");
    }

    /** The settings of the connection, after a check of the address. */
    private static Properties properties(String url, Map<String, String> environment) {
        if (SECRET.matcher(url).find()) {
            throw StoreFault.unreadable(
                    url.substring(0, Math.max(JDBC.length(), url.indexOf(':', JDBC.length()) + 1)) + "…",
                    "the address holds a password or a user before `@`",
                    "write jdbc:postgresql://HOST/DATABASE, and set " + USER + " and " + PASSWORD
                            + " in the environment");
        }
        Properties properties = new Properties();
        if (NO_FILE.matcher(url).matches()) {
            throw StoreFault.unreadable(
                    url,
                    "the address is not the path of a file",
                    "write " + SQLITE + "FILE, without `file:`; a database in memory stores nothing");
        }
        if (url.startsWith(SQLITE)) {
            properties.setProperty("busy_timeout", "30000");
        } else if (url.startsWith(POSTGRESQL)) {
            Optional.ofNullable(environment.get(USER)).ifPresent(user -> properties.setProperty("user", user));
            Optional.ofNullable(environment.get(PASSWORD)).ifPresent(word -> properties.setProperty("password", word));
            properties.setProperty("ApplicationName", "clnrm-bench");
            properties.setProperty("connectTimeout", "10");
            properties.setProperty("socketTimeout", "60");
            // With this setting the driver transfers bytes in binary form from the first row on.
            properties.setProperty("prepareThreshold", "-1");
        } else {
            throw StoreFault.unreadable(
                    url, "no driver for this database", "use jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE");
        }
        return properties;
    }

    private interface Work<T> {
        T with(Connection database) throws SQLException;
    }

    /** Work with the rows that a query finds. */
    private interface Rows<T> {
        T from(ResultSet rows) throws SQLException;
    }

    /** The result of a query of this repository's rows. */
    private <T> T query(T otherwise, String query, Rows<T> work, String... more) {
        if (url.startsWith(SQLITE) && Files.notExists(file(url))) {
            return otherwise;
        }
        try {
            return open(database -> {
                try (PreparedStatement select = database.prepareStatement(query)) {
                    select.setFetchSize(BATCH);
                    select.setString(1, repository);
                    for (int i = 0; i < more.length; i++) {
                        select.setString(2 + i, more[i]);
                    }
                    try (ResultSet rows = select.executeQuery()) {
                        return work.from(rows);
                    }
                }
            });
        } catch (SQLException e) {
            throw StoreFault.unreadable(url, why(e), help());
        }
    }

    private <T> T writing(Work<T> work) {
        try {
            return open(work);
        } catch (SQLException e) {
            throw StoreFault.unwritable(url, why(e), help());
        }
    }

    private <T> T open(Work<T> work) throws SQLException {
        try (Connection database = DriverManager.getConnection(url, properties)) {
            database.setAutoCommit(false);
            Migrations.bring(url, database);
            T result = work.with(database);
            database.commit();
            return result;
        }
    }

    private static Path file(String url) {
        return Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*", ""));
    }

    /** The message of a driver, without the password. */
    private String why(SQLException e) {
        String password = properties.getProperty("password", "");
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return "the database cannot be used: " + (password.isEmpty() ? message : message.replace(password, "…"));
    }

    private String help() {
        return url.startsWith(SQLITE)
                ? "create the folder of the file, or free some space"
                : "start the server, or correct the address; the user is taken from " + USER + ", the password from "
                        + PASSWORD;
    }

    @Override
    public Contents read() {
        Batch batch = new Batch();
        query(batch, "select id, summary from clnrm_bench_run where repository = ?", rows -> {
            while (rows.next()) {
                String id = rows.getString(1);
                byte[] summary = rows.getBytes(2);
                batch.add(() -> Baselines.allows(id)
                        ? read(id, summary, () -> packed(id))
                        : Contents.note("a run is omitted: its name in " + this + " is not valid"));
            }
            return batch;
        });
        return batch.contents(List.of());
    }

    @Override
    String omission(IOException e) {
        return String.valueOf(e.getMessage());
    }

    @Override
    Optional<byte[]> packed(String id) {
        return query(
                Optional.empty(),
                "select files from clnrm_bench_run where repository = ? and id = ?",
                rows -> rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty(),
                id);
    }

    @Override
    UnreadableFileException damaged(String id, IOException e) {
        return StoreFault.unreadable(url, "the run " + id + " is damaged: " + e.getMessage(), "measure it again");
    }

    @Override
    public boolean add(Path run) {
        return PackedRun.of(run)
                .filter(packed -> writing(database -> inserted(database, packed)))
                .isPresent();
    }

    private boolean inserted(Connection database, PackedRun run) throws SQLException {
        RunSummary summary = run.summary();
        try (PreparedStatement insert = database.prepareStatement(INSERT)) {
            insert.setString(1, repository);
            insert.setString(2, summary.id());
            insert.setString(3, summary.started().toString());
            insert.setString(4, summary.commit().orElse(""));
            insert.setBytes(5, run.first());
            insert.setBytes(6, run.rest());
            return insert.executeUpdate() > 0;
        }
    }

    @Override
    public List<String> baselines() {
        return strings("select name from clnrm_bench_baseline where repository = ? order by name").stream()
                .filter(Baselines::allows)
                .toList();
    }

    @Override
    public Optional<Path> baseline(String name) {
        return strings("select id from clnrm_bench_baseline where repository = ? and name = ?", name).stream()
                .findFirst()
                .flatMap(this::find);
    }

    /** The first column of a query's result. */
    private List<String> strings(String query, String... more) {
        return query(
                List.of(),
                query,
                rows -> {
                    List<String> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                    return found;
                },
                more);
    }

    @Override
    public boolean save(List<String> baselines, Path run) {
        return PackedRun.of(run)
                .filter(packed -> writing(database -> {
                    inserted(database, packed);
                    try (PreparedStatement name = database.prepareStatement(NAME)) {
                        name.setString(1, repository);
                        name.setString(3, packed.summary().id());
                        for (String baseline : baselines) {
                            name.setString(2, baseline);
                            name.executeUpdate();
                        }
                    }
                    return true;
                }))
                .isPresent();
    }

    @Override
    public String toString() {
        return url;
    }
}
