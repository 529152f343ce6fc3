package dev.clnrm.bench.store;

import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.samples.FileException;
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
final class JdbcStore implements RunStore {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** An address with a user or a password. It is refused, because it would appear in logs and in {@code run.json}. */
    private static final Pattern SECRET = Pattern.compile("(?i)password|^[^?]*@");

    private static final String USER = "PGUSER";
    private static final String PASSWORD = "PGPASSWORD";

    /** The number of summaries that are read at once, and then processed in parallel. */
    private static final int BATCH = 256;

    static final String INSERT = "insert into clnrm_bench_run (repository, id, started, head, summary, files)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (repository, id) do nothing";
    private static final String NAME = "insert into clnrm_bench_baseline (repository, name, id) values (?, ?, ?)"
            + " on conflict (repository, name) do update set id = excluded.id";

    private final String url;
    private final String repository;
    private final Path fetched;
    private final Properties properties;

    private JdbcStore(String url, String repository, Path fetched, Properties properties) {
        this.url = url;
        this.repository = repository;
        this.fetched = fetched;
        this.properties = properties;
    }

    /**
     * Opens the store of a repository in a database.
     *
     * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE}
     * @param repository the repository of the runs
     * @param fetched the folder for fetched runs
     * @param environment the variables with the user and the password
     */
    static JdbcStore of(String url, String repository, Path fetched, Map<String, String> environment) {
        if (SECRET.matcher(url).find()) {
            throw StoreFault.unreadable(
                    url.substring(0, Math.max(JDBC.length(), url.indexOf(':', JDBC.length()) + 1)) + "…",
                    "the address holds a password or a user before `@`",
                    "write jdbc:postgresql://HOST/DATABASE, and set " + USER + " and " + PASSWORD
                            + " in the environment");
        }
        Properties properties = new Properties();
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
        return new JdbcStore(url, repository, fetched, properties);
    }

    /** Work with an open database. */
    private interface Work<T> {
        T with(Connection database) throws SQLException;
    }

    /** The result of reading one row: a run or a note. */
    private record Found(Optional<Held> run, Optional<String> note) {}

    private <T> T reading(T otherwise, Work<T> work) {
        if (url.startsWith(SQLITE) && Files.notExists(file())) {
            return otherwise;
        }
        try {
            return open(work);
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

    private Path file() {
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
        return reading(new Contents(List.of(), List.of()), database -> {
            List<Held> runs = new ArrayList<>();
            List<String> notes = new ArrayList<>();
            try (PreparedStatement query =
                    database.prepareStatement("select id, summary from clnrm_bench_run where repository = ?")) {
                query.setString(1, repository);
                query.setFetchSize(BATCH);
                try (ResultSet rows = query.executeQuery()) {
                    List<Map.Entry<String, byte[]>> batch = new ArrayList<>();
                    while (rows.next()) {
                        batch.add(Map.entry(rows.getString(1), rows.getBytes(2)));
                        if (batch.size() == BATCH) {
                            take(batch, runs, notes);
                        }
                    }
                    take(batch, runs, notes);
                }
            }
            return new Contents(runs, notes);
        });
    }

    private void take(List<Map.Entry<String, byte[]>> batch, List<Held> runs, List<String> notes) {
        for (Found found : batch.parallelStream().map(this::found).toList()) {
            found.run().ifPresent(runs::add);
            found.note().ifPresent(notes::add);
        }
        batch.clear();
    }

    /** @param row an id and its summary */
    private Found found(Map.Entry<String, byte[]> row) {
        String id = row.getKey();
        if (!Baselines.allows(id)) {
            return new Found(Optional.empty(), Optional.of("a run is omitted: its name in " + this + " is not valid"));
        }
        try {
            Optional<RunSummary> stored = PackedRun.summary(row.getValue());
            RunSummary summary = stored.isPresent()
                    ? stored.get()
                    : PackedRun.summaryOf(files(id), fetched.resolve(id + ".summary"))
                            .orElseThrow(() -> new IOException("it did not finish"));
            if (!summary.id().equals(id)) {
                throw new IOException("its row holds another run");
            }
            return new Found(Optional.of(new Held(this, id, summary)), Optional.empty());
        } catch (IOException e) {
            return omitted(id, String.valueOf(e.getMessage()));
        } catch (FileException e) {
            return omitted(id, e.fault().message());
        }
    }

    private static Found omitted(String id, String why) {
        return new Found(Optional.empty(), Optional.of("the run " + id + " is omitted: " + why));
    }

    private byte[] files(String id) throws IOException {
        Optional<byte[]> files = reading(Optional.<byte[]>empty(), database -> {
            try (PreparedStatement query =
                    database.prepareStatement("select files from clnrm_bench_run where repository = ? and id = ?")) {
                query.setString(1, repository);
                query.setString(2, id);
                try (ResultSet rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                }
            }
        });
        return files.orElseThrow(() -> new IOException("it is gone"));
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
    public Optional<Path> find(String name) {
        if (!Baselines.allows(name)) {
            return Optional.empty();
        }
        Path folder = fetched.resolve(name);
        if (Files.exists(folder.resolve("run.json"))) {
            return Optional.of(folder);
        }
        if (!has(name)) {
            return Optional.empty();
        }
        try {
            PackedRun.unpack(files(name), folder);
            return Optional.of(folder);
        } catch (IOException e) {
            throw StoreFault.unreadable(url, "the run " + name + " is damaged: " + e.getMessage(), "measure it again");
        }
    }

    private boolean has(String id) {
        return !strings("select id from clnrm_bench_run where repository = ? and id = ?", id)
                .isEmpty();
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
        return reading(List.of(), database -> {
            try (PreparedStatement select = database.prepareStatement(query)) {
                select.setString(1, repository);
                for (int i = 0; i < more.length; i++) {
                    select.setString(2 + i, more[i]);
                }
                List<String> found = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
                return found;
            }
        });
    }

    @Override
    public void save(String baseline, Path run) {
        PackedRun.of(run)
                .ifPresent(packed -> writing(database -> {
                    inserted(database, packed);
                    try (PreparedStatement name = database.prepareStatement(NAME)) {
                        name.setString(1, repository);
                        name.setString(2, baseline);
                        name.setString(3, packed.summary().id());
                        return name.executeUpdate();
                    }
                }));
    }

    @Override
    public String toString() {
        return url;
    }
}
