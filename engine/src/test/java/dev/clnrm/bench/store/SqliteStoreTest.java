package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteStoreTest extends RunStoreContract {
    private String url() {
        return "jdbc:sqlite:" + folder.resolve("runs.db");
    }

    @Override
    RunStore store() {
        return of("acme/parser");
    }

    private RunStore of(String repository) {
        return JdbcStore.of(url(), repository, folder.resolve("fetched"), Map.of());
    }

    private void change(String command, String text) throws Exception {
        try (Connection database = DriverManager.getConnection(url());
                PreparedStatement update = database.prepareStatement(command)) {
            update.setString(1, text);
            update.executeUpdate();
        }
    }

    @Test
    void repositories_share_a_database_and_no_run() throws Exception {
        Path run = run(0);
        store().add(run);
        assertThat(of("acme/printer").read().runs()).isEmpty();
        assertThat(of("acme/printer").find(summary(run).id())).isEmpty();
        assertThat(of("acme/printer").add(run)).isTrue();
        assertThat(store().read().runs()).hasSize(1);
    }

    private RunStore in(Path project) {
        return RunStore.of(url(), project, folder.resolve("fetched-" + project.getFileName()), System.getenv());
    }

    @Test
    void repositories_without_origin_share_a_database_and_no_run() throws Exception {
        Sandbox one = Sandbox.at(folder.resolve("one"));
        one.write("README", "one").commit("first");
        Sandbox other = Sandbox.at(folder.resolve("other"));
        other.write("README", "other").commit("first");
        Path run = run(0);
        in(one.folder()).add(run);
        assertThat(in(other.folder()).read().runs()).isEmpty();
        one.write("README", "more").commit("second");
        assertThat(in(one.folder()).read().runs()).hasSize(1);
        other.git("remote", "add", "upstream", "https://example.org/acme/Maps.git");
        in(other.folder()).add(run);
        assertThat(of("acme/maps").read().runs()).hasSize(1);
    }

    @Test
    void a_project_without_a_repository_has_a_database_of_its_own() throws Exception {
        Path project = Files.createDirectory(folder.resolve("plain"));
        in(folder).add(run(0));
        assertThat(in(folder).read().runs()).hasSize(1);
        for (String url : new String[] {url(), "jdbc:postgresql://db/runs"}) {
            FileException refused = assertThrows(
                    UnreadableFileException.class, () -> RunStore.of(url, project, folder, System.getenv()));
            assertThat(refused.fault().message()).contains("is not in a git repository");
            assertThat(refused.fault().help()).startsWith("use a SQLite file in the folder of the project");
        }
    }

    @Test
    void a_clone_whose_repository_has_no_name_is_refused_with_the_reason() throws Exception {
        Sandbox clone = Sandbox.at(folder.resolve("clone"));
        FileException refused = assertThrows(UnreadableFileException.class, () -> in(clone.folder()));
        assertThat(refused.fault().message())
                .endsWith("but this one has no remote with a name, and its first commit is not known"
                        + " (a shallow clone, or no commit)");
        assertThat(refused.fault().help()).contains("`git fetch --unshallow`");
    }

    @Test
    void a_summary_of_another_version_is_made_once() throws Exception {
        Path run = run(0);
        PackedStore store = (PackedStore) store();
        String id = summary(run).id();
        PackedRun packed = PackedRun.of(run).orElseThrow();
        byte[] older = new PackedRun(
                        packed.summary(), Map.of("summary.json", "{\"format\":9}".getBytes(StandardCharsets.UTF_8)))
                .whole();
        for (Optional<byte[]> whole : List.of(Optional.of(packed.whole()), Optional.<byte[]>empty())) {
            RunStore.Contents contents = store.read(id, older, () -> whole);
            assertThat(contents.notes()).isEmpty();
            assertThat(contents.runs().get(0).summary().id()).isEqualTo(id);
        }
        assertThat(folder.resolve("fetched").toFile().list()).asList().containsExactly(id + ".summary.json");
    }

    @Test
    void reading_makes_no_file() throws Exception {
        store().read();
        assertThat(Files.exists(folder.resolve("runs.db"))).isFalse();
    }

    @Test
    void a_database_of_a_newer_version_is_refused() throws Exception {
        store().add(run(0));
        change("insert into clnrm_bench_schema (version) values (?)", "7");
        FileException refused = assertThrows(UnreadableFileException.class, () -> store().read());
        assertThat(refused.fault().message())
                .isEqualTo("the database is of version 7, and this version of clnrm-bench reads version 1");
        assertThat(refused.fault().help()).isEqualTo("use the version of clnrm-bench that wrote it, or a newer one");
        assertThrows(UnreadableFileException.class, () -> store().add(run(1)));
    }

    @Test
    void a_damaged_row_is_noted_and_the_others_are_read() throws Exception {
        Path run = run(0);
        Path other = run(1);
        store().add(run);
        store().add(other);
        change(
                "update clnrm_bench_run set summary = 'nothing' where id = ?",
                summary(run).id());
        RunStore.Contents contents = store().read();
        assertThat(contents.runs().stream().map(Held::summary)).containsExactly(summary(other));
        assertThat(contents.notes())
                .containsExactly("the run " + summary(run).id() + " is omitted: it is not a packed run");
    }

    @Test
    void a_row_with_a_hostile_name_is_omitted() throws Exception {
        store().add(run(0));
        change("update clnrm_bench_run set id = ?", "../../x\u001b[2J");
        RunStore.Contents contents = store().read();
        assertThat(contents.runs()).isEmpty();
        assertThat(contents.notes()).containsExactly("a run is omitted: its name in " + store() + " is not valid");
    }

    @Test
    void a_password_in_an_address_is_refused_and_not_shown() {
        for (String url : new String[] {
            "jdbc:postgresql://me:s3cret@db/runs",
            "jdbc:postgresql://db/runs?user=me&password=s3cret",
            "jdbc:postgresql://me:s3cret/x@db/runs",
            "jdbc:mysql://me:s3cret@db/runs"
        }) {
            FileException refused =
                    assertThrows(UnreadableFileException.class, () -> RunStore.of(url, folder, folder, Map.of()));
            assertThat(refused.getMessage() + refused.fault().help()).doesNotContain("s3cret");
            assertThat(refused.fault().help()).contains("PGPASSWORD");
        }
    }

    @Test
    void a_path_and_the_name_of_a_database_may_look_like_a_secret() throws Exception {
        Path corp = Files.createDirectories(folder.resolve("alice@corp/password"));
        RunStore store = JdbcStore.of("jdbc:sqlite:" + corp.resolve("runs.db"), "", folder, Map.of());
        assertThat(store.add(run(0))).isTrue();
        assertThat(store.read().runs()).hasSize(1);
        assertThat(JdbcStore.of("jdbc:postgresql://db/password_service", "", folder, Map.of())
                        .toString())
                .endsWith("password_service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:runs.db", ":memory:", ":resource:runs.db", "", "?cache=shared"})
    void an_address_without_the_path_of_a_file_is_refused(String address) {
        FileException refused = assertThrows(
                UnreadableFileException.class, () -> JdbcStore.of("jdbc:sqlite:" + address, "", folder, Map.of()));
        assertThat(refused.fault().help()).startsWith("write jdbc:sqlite:FILE");
    }

    @Test
    void a_server_that_is_not_there_is_named_and_its_password_is_not() throws Exception {
        RunStore gone = JdbcStore.of(
                "jdbc:postgresql://127.0.0.1:9/runs", "", folder, Map.of("PGUSER", "me", "PGPASSWORD", "s3cret"));
        FileException refused = assertThrows(UnreadableFileException.class, gone::read);
        assertThat(refused.getMessage()).contains("jdbc:postgresql://127.0.0.1:9/runs");
        assertThat(refused.getMessage()).contains("refused");
        assertThat(refused.getMessage() + refused.fault().help()).doesNotContain("s3cret");
        assertThrows(FileException.class, () -> gone.add(run(0)));
    }

    @Test
    void what_cannot_be_a_database_is_said() {
        assertThat(assertThrows(
                                UnreadableFileException.class,
                                () -> RunStore.of("jdbc:mysql://db/x", folder, folder, Map.of()))
                        .fault()
                        .message())
                .isEqualTo("no driver for this database");
        RunStore nowhere = JdbcStore.of("jdbc:sqlite:" + folder.resolve("none/runs.db"), "", folder, Map.of());
        assertThat(assertThrows(FileException.class, () -> nowhere.add(run(0))).getMessage())
                .contains("Unable to open the database file");
    }

    @Test
    void a_file_that_is_no_database_is_said() throws Exception {
        Files.writeString(folder.resolve("runs.db"), "hello ".repeat(1000));
        assertThat(assertThrows(UnreadableFileException.class, () -> store().read())
                        .getMessage())
                .contains("not a database");
    }
}
