package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitStoreTest extends RunStoreContract {
    private static final String BRANCH = "refs/heads/performance";

    private Sandbox project = Sandbox.of(Path.of(""));

    @BeforeEach
    void repository() throws Exception {
        project = Sandbox.at(folder.resolve("project"));
        project.write("README", "hello\n").commit("one");
    }

    @Override
    RunStore store() {
        return of(project);
    }

    private RunStore of(Sandbox repository) {
        return RunStore.of(
                "git:performance",
                repository.folder(),
                repository.folder().resolveSibling(repository.folder().getFileName() + "-fetched"),
                Map.of(
                        "PATH", System.getenv().getOrDefault("PATH", ""),
                        "HOME", folder.toString(),
                        "GIT_CONFIG_GLOBAL", "/dev/null"));
    }

    /** A bare repository, and a clone of it that is the project. */
    private Path remote() throws IOException {
        Path remote = folder.resolve("remote.git");
        project.git("clone", "-q", "--bare", ".", remote.toString());
        project.git("remote", "add", "origin", remote.toUri().toString());
        return remote;
    }

    private Sandbox other(Path remote) throws IOException {
        Path into = Files.createDirectories(folder.resolve("other"));
        Sandbox other = Sandbox.of(into);
        other.git("clone", "-q", remote.toUri().toString(), ".");
        return other;
    }

    /** Changes a file of the branch by hand. */
    private void damage(String file, String text) throws IOException {
        Path tree = folder.resolve("tree");
        project.git("worktree", "add", "-q", tree.toString(), "performance");
        Sandbox.of(tree).write(file, text).commit("damage");
        project.git("worktree", "remove", "--force", tree.toString());
    }

    private String files() throws IOException {
        return project.git("ls-tree", "-r", "--name-only", BRANCH);
    }

    @Test
    void what_is_checked_out_stays_as_it_is() throws Exception {
        String head = project.git("rev-parse", "HEAD");
        store().add(run(0));
        assertThat(project.git("status", "--porcelain")).isEmpty();
        assertThat(project.git("rev-parse", "HEAD")).isEqualTo(head);
        assertThat(project.git("rev-list", "--count", BRANCH)).isEqualTo("1");
        assertThat(files()).contains("runs/2026/01/31/20260131-120000-");
        assertThat(project.git("fsck", "--strict")).isEmpty();
    }

    @Test
    void a_run_of_73_cases_adds_less_than_30_kib() throws Exception {
        Path run = new SampleRun(73, List.of(JournalEntry.HEAD), 6, 1, 1).write(folder.resolve("73"), FIRST);
        store().add(run(1));
        project.git("gc", "-q");
        long before = size();
        store().add(run);
        project.git("gc", "-q");
        assertThat(size() - before).isLessThan(30L << 10);
    }

    private long size() throws IOException {
        try (Stream<Path> packs = Files.list(project.folder().resolve(".git/objects/pack"))) {
            return packs.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Test
    void a_run_is_pushed_and_another_clone_reads_it() throws Exception {
        Path remote = remote();
        Path run = run(0);
        assertThat(store().add(run)).isTrue();
        Sandbox other = other(remote);
        assertThat(of(other).read().runs()).hasSize(1);
        assertThat(of(other).add(run)).isFalse();
        assertThat(of(other).add(run(1))).isTrue();
        assertThat(summaries()).hasSize(2);
        assertThat(project.git("-C", remote.toString(), "rev-list", "--count", BRANCH))
                .isEqualTo("2");
    }

    @Test
    void what_two_clones_wrote_at_once_is_merged() throws Exception {
        Path remote = remote();
        store().add(run(0));
        Sandbox other = other(remote);
        Files.move(remote, folder.resolve("away"));
        assertThrows(UnwritableFileException.class, () -> of(other).add(run(1)));
        Files.move(folder.resolve("away"), remote);
        store().add(run(2));
        assertThat(of(other).add(run(3))).isTrue();
        assertThat(summaries()).hasSize(4);
        assertThat(project.git("-C", remote.toString(), "rev-list", "--merges", "--count", BRANCH))
                .isEqualTo("1");
    }

    @Test
    void a_baseline_saved_offline_is_not_reverted_by_what_others_pushed() throws Exception {
        Path remote = remote();
        store().save(List.of("main", "v1"), run(0));
        Sandbox other = other(remote);
        assertThat(of(other).baselines()).hasSize(2);
        Files.move(remote, folder.resolve("away"));
        Path later = run(1);
        assertThrows(UnwritableFileException.class, () -> store().save(List.of("main"), later));
        Files.move(folder.resolve("away"), remote);
        Path theirs = run(2);
        of(other).save(List.of("v1"), theirs);
        assertThat(store().add(run(3))).isTrue();
        for (Sandbox clone : List.of(project, other)) {
            assertThat(RunFolder.read(of(clone).baseline("main").orElseThrow()).id())
                    .isEqualTo(summary(later).id());
            assertThat(RunFolder.read(of(clone).baseline("v1").orElseThrow()).id())
                    .isEqualTo(summary(theirs).id());
        }
    }

    @Test
    void a_remote_that_cannot_be_reached_is_said_and_the_run_is_pushed_later() throws Exception {
        Path remote = remote();
        store().add(run(0));
        Files.move(remote, folder.resolve("away"));
        Path run = run(1);
        FileException refused = assertThrows(UnwritableFileException.class, () -> store().add(run));
        assertThat(refused.fault().message())
                .startsWith("the run is in the branch of this clone, but it was not pushed: ");
        refused = assertThrows(UnwritableFileException.class, () -> store().save(List.of("main"), run));
        assertThat(refused.fault().help())
                .contains("the next `clnrm-bench push` to this branch pushes the baseline too");
        RunStore.Contents contents = store().read();
        assertThat(contents.runs()).hasSize(2);
        assertThat(contents.notes()).hasSize(1);
        assertThat(contents.notes().get(0)).contains("the remote of git:performance could not be reached");
        Files.move(folder.resolve("away"), remote);
        assertThat(store().add(run)).isFalse();
        Sandbox other = other(remote);
        assertThat(of(other).read().runs()).hasSize(2);
        assertThat(of(other).baselines()).containsExactly("main");
    }

    @Test
    void a_rewritten_branch_is_said_and_nothing_is_written() throws Exception {
        Path remote = remote();
        store().add(run(0));
        store().add(run(1));
        String lost = project.git("rev-parse", "--short=7", BRANCH);
        project.git("-C", remote.toString(), "update-ref", BRANCH, BRANCH + "~1");
        RunStore.Contents contents = store().read();
        assertThat(contents.runs()).hasSize(2);
        assertThat(contents.notes().get(0))
                .startsWith("the branch was rewritten or deleted at origin: it no longer contains " + lost);
        FileException refused = assertThrows(UnwritableFileException.class, () -> store().add(run(2)));
        assertThat(refused.fault().help())
                .contains("to restore it: git push --force origin refs/clnrm-bench/performance:" + BRANCH);
        project.git("push", "-q", "--force", "origin", "refs/clnrm-bench/performance:" + BRANCH);
        assertThat(store().add(run(3))).isTrue();
        assertThat(summaries()).hasSize(3);
    }

    @Test
    void a_rewritten_branch_can_be_accepted() throws Exception {
        Path remote = remote();
        store().add(run(0));
        project.git("-C", remote.toString(), "update-ref", "-d", BRANCH);
        assertThat(store().read().notes()).hasSize(1);
        project.git("update-ref", "-d", "refs/clnrm-bench/performance");
        project.git("update-ref", "-d", BRANCH);
        assertThat(summaries()).isEmpty();
        assertThat(store().add(run(1))).isTrue();
        assertThat(summaries()).hasSize(1);
    }

    @Test
    void a_branch_of_something_else_is_refused() throws Exception {
        project.git("branch", "performance");
        FileException refused = assertThrows(UnreadableFileException.class, () -> store().read());
        assertThat(refused.getMessage())
                .isEqualTo("git:performance: error: the branch `performance` contains something other than runs");
        assertThrows(UnwritableFileException.class, () -> store().add(run(0)));
        assertThat(project.git("rev-parse", "performance")).isEqualTo(project.git("rev-parse", "main"));
    }

    @Test
    void a_branch_that_is_checked_out_is_refused() throws Exception {
        store().add(run(0));
        project.git("worktree", "add", "-q", folder.resolve("tree").toString(), "performance");
        assertThat(assertThrows(UnwritableFileException.class, () -> store().add(run(1)))
                        .getMessage())
                .contains("is checked out");
        assertThat(summaries()).hasSize(1);
    }

    @Test
    void a_branch_of_a_newer_format_is_refused() throws Exception {
        store().add(run(0));
        damage("clnrm-bench-store", "2\n");
        FileException refused = assertThrows(UnreadableFileException.class, () -> store().read());
        assertThat(refused.fault().message()).isEqualTo("the branch is of format 2, and this version reads format 1");
        assertThrows(UnwritableFileException.class, () -> store().add(run(1)));
    }

    @Test
    void a_damaged_file_is_noted_and_the_others_are_read() throws Exception {
        Path run = run(0);
        Path other = run(1);
        store().add(run);
        store().add(other);
        damage(
                files().lines()
                        .filter(path -> path.contains(summary(run).id()))
                        .findFirst()
                        .orElseThrow(),
                "nothing");
        damage("runs/2026/01/31/..hostile\u001b", "x");
        RunStore.Contents contents = store().read();
        assertThat(contents.runs().stream().map(Held::summary)).containsExactly(summary(other));
        assertThat(contents.notes())
                .containsExactly(
                        "git:performance holds 1 file below runs/ that is not named like a run",
                        "the run " + summary(run).id() + " is omitted: its file is damaged: it is not a packed run");
        assertThrows(
                UnreadableFileException.class, () -> store().find(summary(run).id()));
        assertThat(store().add(run(2))).isTrue();
    }

    @Test
    void an_object_that_the_repository_has_lost_is_noted() throws Exception {
        Path run = run(0);
        store().add(run);
        store().add(run(1));
        String path = files().lines()
                .filter(one -> one.contains(summary(run).id()))
                .findFirst()
                .orElseThrow();
        String blob = project.git("rev-parse", BRANCH + ":" + path);
        Path object = project.folder().resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
        assertThat(object.toFile().setWritable(true)).isTrue();
        byte[] bytes = Files.readAllBytes(object);
        Files.write(object, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        RunStore.Contents contents = store().read();
        assertThat(contents.runs()).hasSize(1);
        assertThat(contents.notes())
                .containsExactly("the run " + summary(run).id()
                        + " is omitted: the repository has lost its file; `git fsck` says more");
    }

    @Test
    void old_runs_make_room_and_named_ones_stay() throws Exception {
        Path named = run(0);
        Path first = early(named, 3600);
        store().save(List.of("v1"), named);
        store().add(first);
        store().add(early(named, 7200));
        assertThat(summaries()).hasSize(3);
        store().add(run(120));
        assertThat(summaries()).hasSize(3);
        assertThat(store().find(summary(first).id())).isEmpty();
        assertThat(store().baseline("v1")).isPresent();
    }

    @Test
    void an_old_run_that_the_next_write_would_remove_is_not_added() throws Exception {
        Path run = run(0);
        Path later = early(run, 3600);
        Path newest = run(120);
        store().add(later);
        store().add(newest);
        assertThat(store().add(run)).isFalse();
        assertThat(summaries()).containsExactly(summary(later), summary(newest));
        store().save(List.of("v1"), run);
        assertThat(store().baseline("v1")).isPresent();
    }

    /** A run of the same day. */
    private Path early(Path run, int seconds) {
        return new SampleRun(6, List.of(JournalEntry.HEAD), 4, seconds, 1)
                .write(
                        run.resolveSibling("after-" + seconds),
                        RunFolder.read(run).started().plusSeconds(seconds));
    }
}
